package counterfoil.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One grep for a screen's stem finds all of it. */
@DisplayName("A screen")
final class ScreensTest {
  private static final String VIEW = "src/main/java/counterfoil/view/voucher/VoucherScanView.java";
  private static final String MODEL =
      "src/main/java/counterfoil/viewmodel/voucher/VoucherScanViewModel.java";
  private static final String TEST =
      "src/test/java/counterfoil/viewmodel/voucher/VoucherScanViewModelTest.java";
  private static final String FXML = "fxml/VoucherScanView.fxml";

  @Test
  void hasItsFourParts() {
    assertThat(Screens.faults(Project.files())).isEmpty();
  }

  @Test
  void isWholeWithViewViewModelFxmlAndTest() {
    assertThat(faults(FXML, VIEW, MODEL, TEST)).isEmpty();
  }

  @Test
  void isMissedInPart() {
    assertThat(faults(FXML)).hasSize(1);
    assertThat(faults(VIEW, MODEL, TEST)).allMatch(fault -> fault.endsWith("has no " + FXML));
    assertThat(faults(FXML, VIEW, TEST)).containsExactly(VIEW + " has no " + MODEL);
    assertThat(faults(FXML, VIEW, MODEL)).hasSize(2).allMatch(fault -> fault.endsWith(TEST));
  }

  @Test
  void keepsToOneFeature() {
    assertThat(faults(FXML, VIEW, MODEL.replace("/voucher/", "/ledger/"), TEST)).isNotEmpty();
  }

  private static List<String> faults(String... files) {
    return List.copyOf(Screens.faults(Stream.of(files).map(Path::of).toList()));
  }
}
