package counterfoil.view.control;

import counterfoil.viewmodel.Mark;
import counterfoil.viewmodel.Tone;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icons of marks, and the style classes of tones. */
public final class Icons {
  private Icons() {}

  /** The icon literal of a mark. */
  public static String literal(Mark mark) {
    return switch (mark) {
      case OK -> "bi-check-circle";
      case LEASED -> "bi-shield-check";
      case PROVISIONAL -> "bi-exclamation-triangle";
      case REFUSED -> "bi-x-octagon";
      case HERE_NOT -> "bi-dash-circle";
      case FAULT -> "bi-exclamation-diamond";
      case QUESTION -> "bi-question-circle";
      case AGAIN -> "bi-arrow-repeat";
      case UNDONE -> "bi-arrow-counterclockwise";
      case DISPUTE -> "bi-shuffle";
      case LOOK -> "bi-eye";
    };
  }

  /** A fresh icon of {@code size} pixels, coloured by the style sheet. */
  public static FontIcon of(String literal, int size) {
    FontIcon icon = new FontIcon(literal);
    icon.setIconSize(size);
    return icon;
  }

  /** The style class that carries a tone. */
  public static String styleClass(Tone tone) {
    return switch (tone) {
      case OK -> "tone-ok";
      case WARN -> "tone-warn";
      case BAD -> "tone-bad";
      case ELSE -> "tone-else";
      case FAULT -> "tone-fault";
      case ACCENT -> "tone-accent";
      case NEUTRAL -> "tone-neutral";
    };
  }
}
