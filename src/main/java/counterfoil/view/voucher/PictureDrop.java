package counterfoil.view.voucher;

import counterfoil.viewmodel.voucher.VoucherScanViewModel;
import java.io.File;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes pictures that are dropped on a node (V11). */
final class PictureDrop {
  private PictureDrop() {}

  static void accept(Node target, VoucherScanViewModel model) {
    target.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    target.setOnDragDropped(event -> drop(event, model));
  }

  private static void drop(DragEvent event, VoucherScanViewModel model) {
    boolean files = event.getDragboard().hasFiles();
    if (files) {
      model.readFiles(event.getDragboard().getFiles().stream().map(File::toPath).toList());
    }
    event.setDropCompleted(files);
    event.consume();
  }
}
