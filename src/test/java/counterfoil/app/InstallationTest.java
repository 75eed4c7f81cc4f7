package counterfoil.app;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.app.Installation.Result;
import counterfoil.client.remote.ServerAddress;
import counterfoil.viewmodel.shell.StoreTroubleDesk.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a device is set up for")
final class InstallationTest {
  @TempDir Path folder;
  private final World world = new World();

  private static ServerAddress server() {
    return ((ServerAddress.Fits) ServerAddress.read("https://hub.example")).address();
  }

  private List<Path> aside() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.getFileName().toString().contains("-aside-")).toList();
    }
  }

  @Test
  void isKnownAgainAfterARestart() {
    try (Installation first = new Installation(world, folder)) {
      assertThat(first.kept()).isEmpty();
      assertThat(first.resume(server())).isInstanceOf(Result.Ready.class);
      first.keep(new Installation.Seen("城西银泰店", 7));
    }
    try (Installation second = new Installation(world, folder)) {
      assertThat(second.kept()).contains(server());
      assertThat(second.seen()).isEqualTo(new Installation.Seen("城西银泰店", 7));
    }
  }

  @Test
  void canLeaveTheSampleAndTryItAgainWithoutTouchingRealWork() {
    try (Installation device = new Installation(world, folder)) {
      assertThat(device.trySample()).isInstanceOf(Result.Ready.class);
      assertThat(device.isSample()).isTrue();
      device.keep(new Installation.Seen("示例店", 7));

      device.leave();
      assertThat(device.isSample()).isFalse();
      assertThat(device.address()).isEmpty();
      assertThat(device.seen()).isEqualTo(new Installation.Seen("", 0));
      assertThat(folder.resolve("client")).doesNotExist();

      assertThat(device.trySample()).isInstanceOf(Result.Ready.class);
      assertThat(device.seen().store()).isEqualTo("示例店");
    }
  }

  @Test
  void saysThatAStoreIsDamagedAndLeavesItAsItIs() throws IOException {
    Path store = Files.createDirectories(folder.resolve("client")).resolve("cache.db");
    Files.writeString(store, "no database at all, whatever its name says");
    try (Installation device = new Installation(world, folder)) {
      assertThat(device.resume(server())).isEqualTo(new Result.NotUsable(Kind.DAMAGED));
      assertThat(device.again()).isEqualTo(new Result.NotUsable(Kind.DAMAGED));
      assertThat(device.wayOut().waiting()).isEmpty();
      assertThat(store).hasContent("no database at all, whatever its name says");

      assertThat(device.rebuild()).isInstanceOf(Result.Ready.class);
    }
    assertThat(aside()).hasSize(1);
    assertThat(aside().getFirst().resolve("cache.db"))
        .hasContent("no database at all, whatever its name says");
  }

  @Test
  void saysThatAnotherProgramUsesTheStore() {
    try (Installation first = new Installation(world, folder);
        Installation second = new Installation(world, folder)) {
      assertThat(first.resume(server())).isInstanceOf(Result.Ready.class);
      assertThat(second.resume(server())).isEqualTo(new Result.NotUsable(Kind.IN_USE));

      first.leave();
      assertThat(second.again()).isInstanceOf(Result.Ready.class);
    }
  }

  @Test
  void saysThatTheFolderCannotBeWritten() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    try (Installation device = new Installation(world, file)) {
      assertThat(device.resume(server())).isEqualTo(new Result.NotUsable(Kind.READ_ONLY));
      assertThat(device.trySample()).isEqualTo(new Result.NotUsable(Kind.READ_ONLY));
    }
  }

  @Test
  void laysASampleThatCannotBeReadAsideAsAWhole() throws IOException {
    Path server = Files.createDirectories(folder.resolve("sample").resolve("server"));
    try (Installation device = new Installation(world, folder)) {
      assertThat(device.trySample()).isInstanceOf(Result.Ready.class);
    }
    try (Stream<Path> files = Files.list(server)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".db")).toList()) {
        Files.writeString(file, "no database at all, whatever its name says");
      }
    }
    try (Installation device = new Installation(world, folder)) {
      assertThat(device.trySample()).isEqualTo(new Result.NotUsable(Kind.DAMAGED));
      assertThat(device.rebuild()).isInstanceOf(Result.Ready.class);
    }
    assertThat(aside()).hasSize(1);
  }
}
