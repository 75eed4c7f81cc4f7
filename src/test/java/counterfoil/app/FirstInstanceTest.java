package counterfoil.app;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.app.FirstInstance.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Starting the program twice on one data folder")
final class FirstInstanceTest {
  @TempDir Path folder;
  private final List<FirstInstance> running = new ArrayList<>();
  private final AtomicInteger raised = new AtomicInteger();

  private Start start() {
    return FirstInstance.in(folder, new SecureRandom(), raised::incrementAndGet);
  }

  private FirstInstance first(Start start) {
    assertThat(start).isInstanceOf(Start.First.class);
    FirstInstance first = ((Start.First) start).instance();
    running.add(first);
    return first;
  }

  @AfterEach
  void end() {
    running.forEach(FirstInstance::close);
  }

  @Test
  void raisesTheFirstWindowEveryTime() {
    first(start());
    assertThat(start()).isEqualTo(new Start.Second(true));
    assertThat(start()).isEqualTo(new Start.Second(true));
    assertThat(raised).hasValue(2);
  }

  @Test
  void isTheFirstAgainAfterTheFirstHasEnded() {
    first(start()).close();
    first(start()).close();
    assertThat(raised).hasValue(0);
  }

  @Test
  void startsAnewOnAnotherFolder() {
    Path other = folder.resolve("other");
    first(start());
    first(FirstInstance.in(other, new SecureRandom(), raised::incrementAndGet)).close();
    assertThat(raised).hasValue(0);
  }

  @Test
  void isNotRaisedByWhoDoesNotKnowTheWordAndHearsTheNextAllTheSame() throws IOException {
    first(start());
    Path door = folder.resolve("program.door");
    String known = Files.readString(door);
    String port = known.substring(0, known.indexOf(' '));
    Files.writeString(door, port + " 00112233445566778899aabbccddeeff");
    assertThat(start()).isEqualTo(new Start.Second(false));
    assertThat(raised).hasValue(0);

    Files.writeString(door, known);
    assertThat(start()).isEqualTo(new Start.Second(true));
  }

  @Test
  void saysThatItWasNotHeardWhenTheDoorIsUnreadable() throws IOException {
    first(start());
    Files.writeString(folder.resolve("program.door"), "nonsense");
    assertThat(start()).isEqualTo(new Start.Second(false));
  }

  @Test
  void leavesItToTheStoreWhereTheFolderCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(FirstInstance.in(file, new SecureRandom(), raised::incrementAndGet))
        .isEqualTo(new Start.Unknown());
  }
}
