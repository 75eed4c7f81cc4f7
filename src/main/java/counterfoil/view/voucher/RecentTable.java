package counterfoil.view.voucher;

import counterfoil.view.control.Chip;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.voucher.RecentScan;
import counterfoil.viewmodel.voucher.TicketFace;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The recent scans: as many whole rows as there is room for, none of them to be selected. */
public final class RecentTable extends Region {
  private static final double ROW = 36;
  private static final double HEADER = 32;
  private static final double TIME = 100;
  private static final double CODE = 84;
  private static final double RESULT = 200;
  private static final double AMOUNT = 80;

  private final List<Node> rows = new ArrayList<>();

  /** A table without rows. */
  public RecentTable() {
    getStyleClass().add("recent-table");
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setMinSize(0, 0);
  }

  /** Shows scans, newest first. */
  public void show(List<RecentScan> scans, Texts texts) {
    rows.clear();
    rows.add(
        line(
            "table-head",
            new Label(texts.say("voucher.recent.time")),
            new Label(texts.say("voucher.recent.good")),
            new Label(texts.say("voucher.recent.code")),
            new Label(texts.say("voucher.recent.result")),
            new Label(texts.say("voucher.recent.amount"))));
    for (RecentScan scan : scans) {
      rows.add(row(scan, texts));
    }
    getChildren().setAll(rows);
    setAccessibleText(texts.say("voucher.recent.title"));
    requestLayout();
  }

  private static GridPane row(RecentScan scan, Texts texts) {
    String goodName = scan.good().isEmpty() ? "—" : texts.say(scan.good());
    Label good = new Label(goodName);
    good.getStyleClass().add("table-good");
    good.setTooltip(new Tooltip(goodName));
    Label code = new Label("··" + scan.codeTail());
    code.getStyleClass().addAll("mono", "code");
    Label time = new Label(texts.say(scan.at()));
    time.getStyleClass().add("secondary");
    TicketFace.State result = scan.result();
    Chip chip = new Chip(result.tone(), result.mark(), texts.capital(result.word()));
    Label amount = new Label(scan.amount().isEmpty() ? "—" : texts.say(scan.amount()));
    return line("table-row", time, good, code, chip, amount);
  }

  private static GridPane line(
      String styleClass, Node time, Label good, Node code, Node result, Label amount) {
    GridPane line = new GridPane();
    line.getStyleClass().add(styleClass);
    good.setMinWidth(0);
    amount.setMinWidth(USE_PREF_SIZE);
    line.getColumnConstraints()
        .setAll(fixed(TIME), fluid(), fixed(CODE), fixed(RESULT), right(AMOUNT));
    line.addRow(0, time, good, code, result, amount);
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return line;
  }

  private static ColumnConstraints fixed(double width) {
    return new ColumnConstraints(width);
  }

  private static ColumnConstraints fluid() {
    ColumnConstraints column = new ColumnConstraints();
    column.setMinWidth(0);
    column.setHgrow(Priority.ALWAYS);
    return column;
  }

  private static ColumnConstraints right(double width) {
    ColumnConstraints column = new ColumnConstraints(width);
    column.setHalignment(HPos.RIGHT);
    return column;
  }

  @Override
  protected void layoutChildren() {
    double y = 0;
    for (int i = 0; i < rows.size(); i++) {
      double height = i == 0 ? HEADER : ROW;
      boolean fits = y + height <= getHeight() && (i > 0 || HEADER + ROW <= getHeight());
      rows.get(i).setVisible(fits);
      rows.get(i).resizeRelocate(0, y, getWidth(), height);
      y += height;
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return rows.isEmpty() ? 0 : HEADER + (rows.size() - 1) * ROW;
  }

  @Override
  protected double computePrefWidth(double height) {
    return TIME + CODE + RESULT + AMOUNT;
  }
}
