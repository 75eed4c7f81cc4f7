package counterfoil.viewmodel.shell;

import counterfoil.client.work.WayOut;
import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Background;
import counterfoil.viewmodel.port.Dialogs;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Takes what waits for the server into a signed, sealed file, while the store is open. */
public final class QueueExport {
  /** Suggested name of the file. */
  static final String FILE = "counterfoil-outbox.txt";

  private final WayOut way;
  private final Background background;
  private final Dialogs dialogs;
  private final ReadOnlyObjectWrapper<Wording> message =
      new ReadOnlyObjectWrapper<>(this, "message", Wording.none());
  private final Command export;

  /** An export by {@code way}. */
  public QueueExport(WayOut way, Background background, Dialogs dialogs) {
    this.way = way;
    this.background = background;
    this.dialogs = dialogs;
    this.export = Command.lasting(this::choose, new SimpleBooleanProperty(true));
  }

  private void choose(Runnable done) {
    dialogs.saveAs(FILE).ifPresentOrElse(target -> save(target, done), done);
  }

  private void save(Path target, Runnable done) {
    background.run(
        () -> way.save(target, "", new char[0]),
        result -> message.set(ExportWords.of(result, target)),
        done);
  }

  /** What came of the last export; empty before. */
  public ReadOnlyObjectProperty<Wording> messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Lets the person choose a file and writes it. */
  public Command export() {
    return export;
  }
}
