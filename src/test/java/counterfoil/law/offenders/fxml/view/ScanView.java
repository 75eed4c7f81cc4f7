package counterfoil.law.offenders.fxml.view;

import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The class behind the FXML texts of the contract's own test. */
public final class ScanView {
  @FXML private @Nullable TextField code;

  @FXML
  void redeem(ActionEvent pressed) {
    if (code != null) {
      code.clear();
    }
    pressed.consume();
  }
}
