package counterfoil.view.shell;

import counterfoil.view.View;
import counterfoil.view.control.Keycap;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.shell.ShortcutsViewModel;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The keys that work now, beside what they do. */
public final class ShortcutsView implements View {
  private final ShortcutsViewModel model;
  private final Texts texts;

  @FXML private StackPane scrim;
  @FXML private Button close;
  @FXML private VBox everywhere;
  @FXML private VBox voucherBlock;
  @FXML private VBox voucher;

  /** An overview of {@code model}'s keys. */
  public ShortcutsView(ShortcutsViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    close.setOnAction(_ -> model.close().execute());
    scrim.setOnMouseClicked(
        click -> {
          if (scrim.equals(click.getTarget())) {
            model.close().execute();
          }
        });
    model.everywhere().forEach(key -> everywhere.getChildren().add(row(key)));
    model.voucher().forEach(key -> voucher.getChildren().add(row(key)));
    voucherBlock.setVisible(!model.voucher().isEmpty());
  }

  private HBox row(ShortcutsViewModel.Shortcut key) {
    Label word = new Label(texts.say(key.what()));
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    HBox row = new HBox(word, spring);
    row.getStyleClass().add("shortcut");
    key.caps().forEach(cap -> row.getChildren().add(new Keycap(cap)));
    return row;
  }

  @Override
  public void activate() {
    close.requestFocus();
  }

  @Override
  public void deactivate() {
    // Follows nothing.
  }
}
