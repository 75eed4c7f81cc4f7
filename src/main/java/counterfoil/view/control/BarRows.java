package counterfoil.view.control;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Counts by word as horizontal bars, the number beside each; the longest is the full length. */
public final class BarRows extends GridPane {
  private static final double BAR = 84;

  /**
   * One row.
   *
   * @param word what is counted
   * @param count how many
   */
  public record Row(String word, long count) {}

  /** A chart without rows. */
  public BarRows() {
    getStyleClass().add("bar-rows");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    words.setMinWidth(0);
    ColumnConstraints bars = new ColumnConstraints(BAR);
    ColumnConstraints counts = new ColumnConstraints();
    counts.setMinWidth(44);
    counts.setHalignment(javafx.geometry.HPos.RIGHT);
    getColumnConstraints().setAll(words, bars, counts);
  }

  /** Shows rows. */
  public void show(List<Row> rows) {
    getChildren().clear();
    long most = Math.max(1, rows.stream().mapToLong(Row::count).max().orElse(1));
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Label word = new Label(row.word());
      word.getStyleClass().add("bar-word");
      word.setTooltip(new Tooltip(row.word()));
      Label count = new Label(Long.toString(row.count()));
      count.getStyleClass().add("bar-count");
      count.setMinWidth(USE_PREF_SIZE);
      addRow(i, word, new Bar((double) row.count() / (double) most), count);
    }
  }

  /** One bar on its ground. */
  private static final class Bar extends Region {
    private final Region fill = new Region();
    private final double part;

    Bar(double part) {
      this.part = part;
      getStyleClass().add("bar-track");
      fill.getStyleClass().add("bar-fill");
      fill.setManaged(false);
      getChildren().add(fill);
    }

    @Override
    protected void layoutChildren() {
      fill.resizeRelocate(0, 0, Math.max(2, Math.rint(getWidth() * part)), getHeight());
    }
  }
}
