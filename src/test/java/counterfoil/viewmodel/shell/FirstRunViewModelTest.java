package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.PaperFrame;
import counterfoil.viewmodel.Wording;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The first run")
final class FirstRunViewModelTest {
  private final PaperFrame frame = new PaperFrame();
  private final FirstRunViewModel choice = new FirstRunViewModel(frame);

  @Test
  void connectsOnlyToAServerThatAnsweredAtThisAddress() {
    choice.addressProperty().set("hub.example");
    choice.connect().execute();
    assertThat(frame.asked).isEmpty();
    choice.test().execute();
    frame
        .stepping
        .removeFirst()
        .accept(new FirstRunDesk.Step.Found("https://hub.example", Wording.literal("SHA-256")));

    choice.connect().execute();

    assertThat(frame.asked).containsExactly("test hub.example", "connect");
    choice.addressProperty().set("https://other.example");
    assertThat(choice.foundProperty().get()).isFalse();
  }

  @Test
  void keepsTheAddressAndSaysWhyWhenNothingAnswers() {
    choice.addressProperty().set("hub.example");
    choice.test().execute();

    frame.stepping.removeFirst().accept(new FirstRunDesk.Step.Failed(Wording.literal("no")));

    assertThat(choice.addressProperty().get()).isEqualTo("hub.example");
    assertThat(choice.messageProperty().get()).isEqualTo(Wording.literal("no"));
    assertThat(choice.failedProperty().get()).isTrue();
    assertThat(choice.test().executableProperty().get()).isTrue();
  }

  @Test
  void doesNothingElseWhileTheSampleIsPrepared() {
    choice.addressProperty().set("hub.example");
    choice.trySample().execute();
    frame.stepping.getFirst().accept(new FirstRunDesk.Step.Working(Wording.literal("half")));

    choice.test().execute();

    assertThat(frame.asked).containsExactly("sample");
    frame.stepping.getFirst().accept(new FirstRunDesk.Step.Done());
    assertThat(choice.messageProperty().get()).isEqualTo(Wording.none());
  }
}
