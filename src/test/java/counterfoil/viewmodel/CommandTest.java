package counterfoil.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterfoil.fixture.InlineBackground;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A command")
final class CommandTest {
  private final List<String> done = new ArrayList<>();
  private final SimpleBooleanProperty allowed = new SimpleBooleanProperty(true);

  @Test
  void actsOnceForADoubleClickWhileItRuns() {
    List<Runnable> ends = new ArrayList<>();
    Command command =
        Command.lasting(
            end -> {
              done.add("begun");
              ends.add(end);
            },
            allowed);

    command.execute();
    command.execute();

    assertThat(done).containsExactly("begun");
    assertThat(command.runningProperty().get()).isTrue();
    assertThat(command.executableProperty().get()).isFalse();
    ends.getFirst().run();
    command.execute();
    assertThat(done).hasSize(2);
  }

  @Test
  void doesNothingWhileItIsNotAllowed() {
    Command command = Command.of(() -> done.add("acted"), allowed);
    allowed.set(false);

    command.execute();

    assertThat(done).isEmpty();
    assertThat(command.executableProperty().get()).isFalse();
  }

  @Test
  void mayRunAgainAfterItThrew() {
    Command command =
        Command.of(
            () -> {
              throw new IllegalStateException("broken");
            });

    assertThatThrownBy(command::execute).hasMessage("broken");

    assertThat(command.executableProperty().get()).isTrue();
  }

  @Test
  void handsItsResultOverAndEndsWhateverTheWorkDoes() {
    InlineBackground background = new InlineBackground();
    Command good = Command.inBackground(background, () -> "result", done::add, allowed);
    Command bad =
        Command.inBackground(
            background,
            () -> {
              throw new IllegalStateException("broken");
            },
            _ -> done.add("never"),
            allowed);

    good.execute();
    bad.execute();

    assertThat(done).containsExactly("result");
    assertThat(background.faults()).singleElement().isInstanceOf(IllegalStateException.class);
    assertThat(bad.executableProperty().get()).isTrue();
  }
}
