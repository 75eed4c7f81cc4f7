package counterfoil.view.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import counterfoil.fixture.Fx;
import counterfoil.fixture.PaperWindow;
import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Theme;
import java.io.File;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A file dropped on the counter (V11). No robot can begin a drag of the system, so the screen is
 * given the events that JavaFX makes of one.
 */
@DisplayName("A picture dropped on the counter")
final class PictureDropTest {
  private final PaperWindow window = PaperWindow.open(Language.EN, Theme.LIGHT, 1_000, 760);

  @AfterEach
  void close() {
    window.close();
  }

  private static Dragboard carrying(DataFormat format, Object content) {
    TKClipboard board =
        (TKClipboard)
            Proxy.newProxyInstance(
                PictureDropTest.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (_, method, asked) ->
                    switch (method.getName()) {
                      case "getContentTypes" -> Set.of(format);
                      case "hasContent" -> format.equals(asked[0]);
                      case "getContent" -> format.equals(asked[0]) ? content : null;
                      case "getTransferModes" -> Set.of(TransferMode.COPY);
                      default -> null;
                    });
    return Fx.call(() -> DragboardHelper.createDragboard(board));
  }

  private DragEvent fire(EventType<DragEvent> type, Dragboard board) {
    DragEvent event =
        new DragEvent(type, board, 10, 10, 10, 10, TransferMode.COPY, null, null, null);
    Fx.run(() -> Event.fireEvent(window.scene().lookup("#scan"), event));
    Fx.settle();
    return event;
  }

  @Test
  void isReadAndItsCodeRedeemed() {
    Dragboard board = carrying(DataFormat.FILES, List.of(new File("voucher.png")));

    DragEvent over = fire(DragEvent.DRAG_OVER, board);
    fire(DragEvent.DRAG_DROPPED, board);

    assertThat(over.getAcceptedTransferMode()).isEqualTo(TransferMode.COPY);
    assertThat(window.program().desk.asked).containsExactly("redeem K7QM-3XRD-9F2T");
  }

  @Test
  void isNotAcceptedWhenItIsNoFile() {
    Dragboard board = carrying(DataFormat.PLAIN_TEXT, "K7QM-3XRD-9F2T");

    DragEvent over = fire(DragEvent.DRAG_OVER, board);
    fire(DragEvent.DRAG_DROPPED, board);

    assertThat(over.getAcceptedTransferMode()).isNull();
    assertThat(window.program().desk.asked).isEmpty();
  }
}
