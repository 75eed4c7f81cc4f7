package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.PaperPorts;
import counterfoil.viewmodel.Wording;
import javafx.beans.property.SimpleLongProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The fault window")
final class FaultViewModelTest {
  private final PaperPorts ports = new PaperPorts();
  private final FaultViewModel faults = new FaultViewModel(ports);

  private static RuntimeException broken(String message) {
    return new IllegalStateException(message);
  }

  @Test
  void givesTheSameFaultTheSameCodeWhateverItsMessage() {
    String code = FaultCode.of(broken("account 6222 is odd"));

    assertThat(FaultCode.of(broken("account 6111 is odd"))).isEqualTo(code);
    assertThat(code).matches("E-VIEWMODEL-[0-9A-F]{4}");
    assertThat(FaultCode.of(new IllegalArgumentException("wrapped", broken("x")))).isEqualTo(code);
  }

  @Test
  void saysFirstWhatIsUnharmedAndNeverShowsAMessage() {
    faults.watch(new SimpleLongProperty(3));
    faults.report(broken("phone 13800006021"));

    FaultViewModel.Fault shown = faults.currentProperty().get().orElseThrow();
    assertThat(shown.unharmed()).isEqualTo(Wording.of("fault.unharmed.queue", 3L));
    assertThat(shown.toString()).doesNotContain("6021");
  }

  @Test
  void keepsTheFirstUntilItIsDismissedAndCopiesItsCode() {
    faults.report(broken("first"));
    FaultViewModel.Fault first = faults.currentProperty().get().orElseThrow();
    faults.report(new IllegalArgumentException("second"));
    faults.copy().execute();

    assertThat(faults.currentProperty().get()).contains(first);
    assertThat(ports.copied).containsExactly(first.code() + " IllegalStateException");
    faults.dismiss().execute();
    assertThat(faults.currentProperty().get()).isEmpty();
  }
}
