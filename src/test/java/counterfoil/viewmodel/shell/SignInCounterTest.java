package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.work.Account;
import counterfoil.client.work.ConnectionStatus.Trouble;
import counterfoil.client.work.FaultKind;
import counterfoil.client.work.SignInAnswer;
import counterfoil.client.work.SigningIn;
import counterfoil.fixture.InlineBackground;
import counterfoil.fixture.PaperSession;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The desk of the sign-in")
final class SignInCounterTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private final PaperSession session = new PaperSession();
  private final List<SignInDesk.Outcome> outcomes = new ArrayList<>();
  private final List<Account> entered = new ArrayList<>();

  private SignInCounter desk(boolean enrolled, boolean sample) {
    return new SignInCounter(
        session,
        new InlineBackground(),
        new SignInCounter.Known(
            new SigningIn.Before(
                "https://hub.yunqi.example",
                "PC-7",
                "",
                enrolled,
                3,
                Optional.of(NOW.minus(Duration.ofMinutes(4)))),
            "城西银泰店",
            7,
            Wording.none(),
            sample,
            LocalDate.of(2026, 11, 24),
            NOW),
        entered::add);
  }

  @Test
  void goesOnWithWhoSignedInAndWipesThePassword() {
    char[] password = "right".toCharArray();
    desk(true, false).signIn("linxiao", password, outcomes::add);

    assertThat(outcomes).containsExactly(new SignInDesk.Outcome.Done());
    assertThat(entered).hasSize(1);
    assertThat(password).containsOnly('\0');
  }

  @Test
  void tellsTheNameOfADeviceThatIsNotEnrolledYetBeforeItSignsIn() {
    SignInCounter desk = desk(false, false);
    desk.nameDevice("收银台 3");
    desk.signIn("linxiao", "right".toCharArray(), outcomes::add);

    assertThat(session.asked).containsExactly("name 收银台 3", "company ", "unlock right");
  }

  @Test
  void leavesTheNameOfAnEnrolledDeviceAlone() {
    SignInCounter desk = desk(true, false);
    desk.nameDevice("another");
    desk.signIn("linxiao", "right".toCharArray(), outcomes::add);

    assertThat(session.asked).containsExactly("name ", "company ", "unlock right");
  }

  @Test
  void showsStoreServerAndQueueBeforeAnybodyHasSignedIn() {
    SignInDesk.Device device = desk(true, false).device();

    assertThat(device.store()).isEqualTo(Wording.literal("城西银泰店"));
    assertThat(device.server()).isEqualTo(Wording.literal("hub.yunqi.example"));
    assertThat(device.secure()).isTrue();
    assertThat(device.queue()).isEqualTo(3);
    assertThat(device.offlineHint()).isEqualTo(Wording.of("sign-in.offline-hint", 7L));
    assertThat(desk(false, false).device().offlineHint()).isEqualTo(Wording.none());
    assertThat(desk(true, true).device().server()).isEqualTo(Wording.of("sign-in.server.sample"));
  }

  @Test
  void leadsToTheWaysOutOfAStoreThatIsBroken() {
    assertThat(SignInCounter.outcome(new SignInAnswer.KeysLost()))
        .isEqualTo(new SignInDesk.Outcome.StoreBroken(StoreTroubleDesk.Kind.KEYS_LOST));
    assertThat(SignInCounter.outcome(new SignInAnswer.Fault(FaultKind.STORE_DAMAGED, "CF-S03")))
        .isEqualTo(new SignInDesk.Outcome.StoreBroken(StoreTroubleDesk.Kind.DAMAGED));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysInEveryLanguageWhyNobodySignedInAndWhatToDo(Language language) {
    Texts texts = new Texts(new SimpleObjectProperty<>(language));
    List<SignInAnswer> answers =
        List.of(
            new SignInAnswer.OtherBusiness(),
            new SignInAnswer.Locked(Duration.ofMinutes(15)),
            new SignInAnswer.DeviceKnown(),
            new SignInAnswer.OtherPersonNeeded(),
            new SignInAnswer.DeviceBlocked(),
            new SignInAnswer.NotKnownOffline(Trouble.UNREACHABLE),
            new SignInAnswer.TooOld(),
            new SignInAnswer.Fault(FaultKind.DISK_FULL, "CF-S01"),
            new SignInAnswer.Fault(FaultKind.DISK_READ_ONLY, "CF-S02"),
            new SignInAnswer.Fault(FaultKind.SERVER, "CF-N01"));

    assertThat(answers)
        .extracting(SignInCounter::outcome)
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(SignInDesk.Outcome.Refused.class))
        .extracting(outcome -> texts.say(((SignInDesk.Outcome.Refused) outcome).why()))
        .doesNotHaveDuplicates()
        .noneMatch(text -> text.isBlank() || text.contains("{"));
  }
}
