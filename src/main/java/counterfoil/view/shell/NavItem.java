package counterfoil.view.shell;

import counterfoil.view.control.Badge;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * An entry of a navigation: icon, word, count. On the rail the icon alone, with a dot for a count.
 */
public final class NavItem extends Button {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private static final double SPOT = 8;

  private final FontIcon icon = new FontIcon();
  private final Label word = new Label();
  private final Badge badge = new Badge();
  private final Region spot = new Region();
  private final BooleanProperty current = new SimpleBooleanProperty(this, "current");
  private final BooleanProperty rail = new SimpleBooleanProperty(this, "rail");

  /** An entry without words. */
  public NavItem() {
    getStyleClass().setAll("nav-item");
    spot.getStyleClass().add("nav-spot");
    spot.setManaged(false);
    StackPane sign = new StackPane(icon, spot);
    sign.getStyleClass().add("nav-sign");
    HBox.setHgrow(word, Priority.ALWAYS);
    word.setMaxWidth(Double.MAX_VALUE);
    HBox content = new HBox(sign, word, badge);
    content.getStyleClass().add("nav-content");
    setGraphic(content);
    setMaxWidth(Double.MAX_VALUE);
    content.prefWidthProperty().bind(widthProperty().subtract(18));
    word.setMinWidth(0);
    current.addListener(_ -> pseudoClassStateChanged(CURRENT, current.get()));
    rail.addListener(_ -> show());
    badge.countProperty().addListener(_ -> show());
    show();
  }

  private void show() {
    boolean wide = !rail.get();
    word.setVisible(wide);
    word.setManaged(wide);
    boolean waiting = badge.countProperty().get() > 0;
    badge.setShown(wide);
    spot.setVisible(!wide && waiting);
    spot.resizeRelocate(11, -2, SPOT, SPOT);
    setTooltip(wide ? null : new Tooltip(getWord()));
  }

  /** What it says. */
  public String getWord() {
    return word.getText();
  }

  /** Sets what it says. */
  public void setWord(String text) {
    word.setText(text);
    setAccessibleText(text);
  }

  /** The literal of its icon. */
  public String getIcon() {
    return icon.getIconLiteral();
  }

  /** Sets the literal of its icon. */
  public void setIcon(String literal) {
    icon.setIconLiteral(literal);
  }

  /** Whether its count is of what waits and is wrong. */
  public boolean isAlarm() {
    return badge.isAlarm();
  }

  /** Sets whether its count is of what waits and is wrong. */
  public void setAlarm(boolean wrong) {
    badge.setAlarm(wrong);
  }

  /** How many wait there. */
  LongProperty countProperty() {
    return badge.countProperty();
  }

  /** Whether one is there. */
  BooleanProperty currentProperty() {
    return current;
  }

  /** Whether only the icon shows. */
  BooleanProperty railProperty() {
    return rail;
  }
}
