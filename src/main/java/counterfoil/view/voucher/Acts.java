package counterfoil.view.voucher;

import counterfoil.view.control.Icons;
import counterfoil.view.control.Keycap;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.voucher.TicketFace;
import counterfoil.viewmodel.voucher.VoucherScanViewModel;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The buttons of the ticket. None takes the focus, which belongs to the scan field; each shows its
 * key instead.
 */
final class Acts implements ActButtons {
  private final VoucherScanViewModel model;
  private final Texts texts;

  Acts(VoucherScanViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @Override
  public Button of(TicketFace.Act act) {
    return switch (act) {
      case UNDO -> small("voucher.act.undo", "bi-arrow-counterclockwise", "Ctrl Z", model.undo());
      case DO_NOT_SERVE ->
          small("voucher.act.do-not-serve", "bi-arrow-counterclockwise", "Ctrl Z", model.undo());
      case HAND_OVER -> small("voucher.act.hand-over", "bi-check2", "Ctrl ↵", model.handOver());
      case COPY_FAULT -> small("voucher.act.copy-fault", "bi-clipboard", "", model.copyFault());
    };
  }

  @Override
  public Button redeemFound(boolean value) {
    String key = value ? "voucher.act.redeem-value" : "voucher.act.redeem-found";
    return primary(button(key, null, "Enter", model.redeemFound()));
  }

  @Override
  public Button enterAmount() {
    return primary(button("voucher.act.enter-amount", null, "Enter", model.enterAmount()));
  }

  @Override
  public Button enterReason() {
    return primary(button("voucher.act.undo", null, "Enter", model.enterAmount()));
  }

  private static Button primary(Button button) {
    button.getStyleClass().add("primary");
    return button;
  }

  private Button small(String key, String icon, String cap, Command command) {
    Button button = button(key, Icons.of(icon, 14), cap, command);
    button.getStyleClass().addAll("secondary-button", "small");
    return button;
  }

  private Button button(String key, @Nullable Node icon, String cap, Command command) {
    String word = texts.say(key);
    HBox content = new HBox();
    content.getStyleClass().add("button-content");
    if (icon != null) {
      content.getChildren().add(icon);
    }
    content.getChildren().add(new Label(word));
    if (!cap.isEmpty()) {
      content.getChildren().add(new Keycap(cap));
    }
    Button button = new Button("", content);
    button.setAccessibleText(word);
    button.setFocusTraversable(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> command.execute());
    button.disableProperty().bind(command.executableProperty().not());
    return button;
  }
}
