package counterfoil.view.control;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A choice among a few, all of them in sight; exactly one holds. */
public final class SegmentedControl extends HBox {
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
  private final ToggleGroup group = new ToggleGroup();

  /** A control without options. */
  public SegmentedControl() {
    getStyleClass().add("segmented");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setMinWidth(USE_PREF_SIZE);
    setMaxHeight(USE_PREF_SIZE);
    selected.addListener(_ -> select());
  }

  /** Sets the words to choose from. */
  public void setOptions(List<String> words) {
    getChildren().clear();
    group.getToggles().clear();
    for (String word : words) {
      ToggleButton option = new ToggleButton(word);
      option.getStyleClass().setAll("segment");
      option.setToggleGroup(group);
      option.setMinWidth(USE_PREF_SIZE);
      option.setOnAction(
          _ -> {
            selected.set(getChildren().indexOf(option));
            option.setSelected(true);
          });
      getChildren().add(option);
    }
    select();
  }

  private void select() {
    if (selected.get() >= 0 && selected.get() < group.getToggles().size()) {
      group.selectToggle(group.getToggles().get(selected.get()));
    }
  }

  /** The place of the option that holds, −1 for none. */
  public IntegerProperty selectedProperty() {
    return selected;
  }
}
