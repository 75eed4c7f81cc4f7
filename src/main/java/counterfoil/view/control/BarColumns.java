package counterfoil.view.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Columns over a row of labels, without grid or legend. The current one stands out; future ones are
 * a trace on the ground. A screen reader is told the numbers.
 */
public final class BarColumns extends Region {
  private static final double GAP = 4;
  private static final double TRACE = 2;
  private static final double LABELS = 24;

  private final List<Region> bars = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final Region ground = new Region();
  private List<Column> columns = List.of();

  /**
   * One column.
   *
   * @param value its height
   * @param label what stands below it, empty for nothing
   * @param time whether it is past, now, or still to come
   */
  public record Column(long value, String label, Era time) {}

  /** Where a column stands in time. */
  public enum Era {
    /** Over. */
    PAST,
    /** Under way. */
    NOW,
    /** Still to come. */
    FUTURE
  }

  /** A chart without columns. */
  public BarColumns() {
    getStyleClass().add("bar-columns");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    ground.getStyleClass().add("bar-ground");
    ground.setManaged(false);
  }

  /**
   * Shows columns.
   *
   * @param next the columns, left to right
   * @param spoken the numbers in words, for screen readers
   */
  public void show(List<Column> next, String spoken) {
    columns = List.copyOf(next);
    setAccessibleText(spoken);
    bars.clear();
    labels.clear();
    for (Column column : columns) {
      Region bar = new Region();
      bar.getStyleClass().addAll("bar", styleClass(column.time()));
      bar.setManaged(false);
      bars.add(bar);
      Label label = new Label(column.label());
      label.getStyleClass().add("bar-label");
      label.setManaged(false);
      labels.add(label);
    }
    getChildren().setAll(ground);
    getChildren().addAll(bars);
    getChildren().addAll(labels);
    requestLayout();
  }

  private static String styleClass(Era era) {
    return switch (era) {
      case PAST -> "past";
      case NOW -> "now";
      case FUTURE -> "future";
    };
  }

  @Override
  protected void layoutChildren() {
    if (columns.isEmpty()) {
      return;
    }
    boolean labelled = columns.stream().anyMatch(column -> !column.label().isEmpty());
    double height = getHeight() - (labelled ? LABELS : 0) - 1;
    double step = (getWidth() + GAP) / columns.size();
    long most = Math.max(1, columns.stream().mapToLong(Column::value).max().orElse(1));
    for (int i = 0; i < columns.size(); i++) {
      double x = Math.rint(i * step);
      double width = Math.max(1, Math.rint((i + 1) * step - GAP) - x);
      double bar = Math.rint((double) columns.get(i).value() / (double) most * height);
      double tall = Math.max(columns.get(i).time() == Era.FUTURE ? TRACE : 0, bar);
      bars.get(i).resizeRelocate(x, height - tall, width, tall);
      Label label = labels.get(i);
      label.autosize();
      boolean last = i == columns.size() - 1;
      double labelX = last ? getWidth() - label.getWidth() : x;
      label.relocate(Math.rint(labelX), Math.rint(height + 6));
    }
    ground.resizeRelocate(0, height, getWidth(), 1);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }
}
