package counterfoil.viewmodel.shell;

import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Clipboard;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one window for what nobody foresaw: what is unharmed first, then the code. */
public final class FaultViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(FaultViewModel.class);

  private final Clipboard clipboard;
  private final ReadOnlyObjectWrapper<Optional<Fault>> current =
      new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
  private final Command copy = Command.of(this::copyCode);
  private final Command dismiss = Command.of(() -> current.set(Optional.empty()));
  private ObservableValue<Number> queue = new ReadOnlyObjectWrapper<>(0);

  /**
   * What is shown.
   *
   * @param code the stable code
   * @param kind the kind of the cause, without its message
   * @param unharmed what is safe, in words
   */
  public record Fault(String code, String kind, Wording unharmed) {}

  /** A window without a fault. */
  public FaultViewModel(Clipboard clipboard) {
    this.clipboard = clipboard;
  }

  /** Tells it where to read how many acts are kept but not uploaded. */
  public void watch(ObservableValue<Number> notUploaded) {
    queue = notUploaded;
  }

  /** Shows a fault. A second one while the first is in sight is logged and does not replace it. */
  public void report(Throwable fault) {
    String code = FaultCode.of(fault);
    LOG.error("fault {}", code, fault);
    if (current.get().isEmpty()) {
      Throwable root = fault;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      long kept = queue.getValue().longValue();
      current.set(
          Optional.of(
              new Fault(
                  code,
                  root.getClass().getSimpleName(),
                  kept == 0
                      ? Wording.of("fault.unharmed.none")
                      : Wording.of("fault.unharmed.queue", kept))));
    }
  }

  private void copyCode() {
    current.get().ifPresent(fault -> clipboard.copy(fault.code() + " " + fault.kind()));
  }

  /** What is shown; empty for nothing. */
  public ReadOnlyObjectProperty<Optional<Fault>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Copies the code for support. */
  public Command copy() {
    return copy;
  }

  /** Goes back to work. */
  public Command dismiss() {
    return dismiss;
  }
}
