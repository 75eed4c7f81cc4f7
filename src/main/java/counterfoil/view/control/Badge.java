package counterfoil.view.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** A count. Red only for what waits and is wrong; absent when nothing does. */
public final class Badge extends Label {
  private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");
  private static final long MOST_SHOWN = 9_999;

  private final LongProperty count = new SimpleLongProperty(this, "count");
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", true);
  private final BooleanProperty alarm = new SimpleBooleanProperty(this, "alarm");

  /** A badge of nothing, hence absent. */
  public Badge() {
    getStyleClass().add("badge");
    setMinWidth(USE_PREF_SIZE);
    visibleProperty().bind(count.greaterThan(0).and(shown));
    managedProperty().bind(visibleProperty());
    count.addListener(_ -> show());
    alarm.addListener(_ -> pseudoClassStateChanged(ALARM, alarm.get()));
  }

  private void show() {
    setText(count.get() > MOST_SHOWN ? MOST_SHOWN + "+" : Long.toString(count.get()));
  }

  /** How many wait. */
  public LongProperty countProperty() {
    return count;
  }

  /** Whether there is room for it. */
  public boolean isShown() {
    return shown.get();
  }

  /** Sets whether there is room for it. */
  public void setShown(boolean room) {
    shown.set(room);
  }

  /** Whether what waits is wrong. */
  public boolean isAlarm() {
    return alarm.get();
  }

  /** Sets whether what waits is wrong. */
  public void setAlarm(boolean wrong) {
    alarm.set(wrong);
  }
}
