package counterfoil.view.control;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/** A key as it stands on the keyboard. A hint for the eye: the action beside it is what is read. */
public final class Keycap extends Label {
  /** An empty cap. */
  public Keycap() {
    getStyleClass().add("keycap");
    setMinWidth(USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    setMnemonicParsing(false);
  }

  /** A cap with its inscription. */
  public Keycap(String key) {
    this();
    setKey(key);
  }

  /** The inscription. */
  public String getKey() {
    return getText();
  }

  /** Sets the inscription. */
  public void setKey(String key) {
    setText(key);
  }
}
