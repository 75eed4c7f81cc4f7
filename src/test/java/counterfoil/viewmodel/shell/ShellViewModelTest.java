package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.work.WayOut;
import counterfoil.fixture.InlineBackground;
import counterfoil.fixture.PaperFrame;
import counterfoil.fixture.PaperPorts;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.Theme;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Navigator.Place;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The frame")
final class ShellViewModelTest {
  private final PaperFrame frame = new PaperFrame();
  private final PaperPorts ports = new PaperPorts();
  private final Preferences preferences = new Preferences(ports, Locale.ENGLISH);
  private final List<String> left = new ArrayList<>();
  private boolean sample;

  private ShellViewModel shell(boolean redeems) {
    Person person =
        new Person("林晓", Wording.none(), Wording.none(), Wording.none(), redeems, sample, false);
    return new ShellViewModel(
        person,
        frame,
        preferences,
        new QueueExport(
            WayOut.ofFolder(Path.of("nowhere"), new SecureRandom()), new InlineBackground(), ports),
        new ShellViewModel.Ways(
            () -> left.add("signed out"),
            () -> left.add("locked"),
            () -> left.add("left the sample")));
  }

  @Test
  void leavesTheSampleWithOneClickAndRealWorkNever() {
    shell(true).leaveSample().execute();
    assertThat(left).isEmpty();

    sample = true;
    shell(true).leaveSample().execute();

    assertThat(left).containsExactly("left the sample");
  }

  @Test
  void opensOnTheVoucherScreenForWhoMayRedeemV44() {
    assertThat(shell(true).placeProperty().get()).isEqualTo(Place.VOUCHER);
    assertThat(shell(false).placeProperty().get()).isEqualTo(Place.INBOX);
  }

  @Test
  void doesNotGoWhereOneMayNotV44() {
    ShellViewModel shell = shell(false);

    shell.show(Place.VOUCHER);

    assertThat(shell.offers(Place.VOUCHER)).isFalse();
    assertThat(shell.placeProperty().get()).isEqualTo(Place.INBOX);
  }

  @Test
  void closesWhatIsOpenBeforeEscapeMeansAnythingElse() {
    ShellViewModel shell = shell(true);
    shell.detailsProperty().set(true);

    assertThat(shell.back()).isTrue();
    assertThat(shell.detailsProperty().get()).isFalse();
    assertThat(shell.back()).isFalse();
  }

  @Test
  void syncsOnceAtATime() {
    ShellViewModel shell = shell(true);

    shell.syncNow().execute();
    shell.syncNow().execute();
    assertThat(frame.asked).containsExactly("sync");
    frame.syncing.getFirst().run();
    shell.syncNow().execute();

    assertThat(frame.asked).hasSize(2);
  }

  @Test
  void switchesTheThemeAndSignsOut() {
    ShellViewModel shell = shell(true);
    shell.switchTheme();
    shell.signOut().execute();

    assertThat(preferences.themeProperty().get()).isEqualTo(Theme.DARK);
    assertThat(left).containsExactly("signed out");
  }
}
