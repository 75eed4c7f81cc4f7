package counterfoil.view.control;

import counterfoil.viewmodel.Mark;
import counterfoil.viewmodel.Tone;
import javafx.scene.control.Label;

/** A state on a tinted ground: icon and word, 20 pixels high, never clickable. */
public final class Chip extends Label {
  /** A chip that says {@code text}. */
  public Chip(Tone tone, Mark mark, String text) {
    super(text, Icons.of(Icons.literal(mark), 12));
    getStyleClass().addAll("chip", Icons.styleClass(tone));
    setMinWidth(USE_PREF_SIZE);
  }
}
