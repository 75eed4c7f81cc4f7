package counterfoil.view.control;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Uses of a voucher as a row of pieces: taken ones pale, those left inked. */
public final class UsesBar extends HBox {
  private static final int MOST_PIECES = 40;

  /** A bar without pieces. */
  public UsesBar() {
    getStyleClass().add("uses-bar");
  }

  /** Shows how many are left of how many; beyond forty the pieces would be too thin to count. */
  public void show(int total, int left) {
    getChildren().clear();
    boolean countable = total > 0 && total <= MOST_PIECES;
    setVisible(countable);
    setManaged(countable);
    for (int i = 0; countable && i < total; i++) {
      Region piece = new Region();
      piece.getStyleClass().addAll("uses-piece", i < total - left ? "taken" : "left");
      HBox.setHgrow(piece, Priority.ALWAYS);
      getChildren().add(piece);
    }
  }
}
