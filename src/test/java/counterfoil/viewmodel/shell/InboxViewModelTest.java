package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.PaperFrame;
import counterfoil.viewmodel.Mark;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.Wording;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The inbox")
final class InboxViewModelTest {
  @Test
  void keepsAnActUntilAPersonSaysThatItWasDealtWith() {
    PaperFrame frame = new PaperFrame();
    InboxViewModel inbox = new InboxViewModel(frame);
    Wording none = Wording.none();
    InboxEntry entry = new InboxEntry("one", none, Tone.BAD, Mark.REFUSED, none, none, none);
    frame.entries.add(entry);

    assertThat(inbox.entries()).containsExactly(entry);
    inbox.settle(entry).execute();

    assertThat(frame.asked).containsExactly("settle one");
    assertThat(inbox.entries()).isEmpty();
  }
}
