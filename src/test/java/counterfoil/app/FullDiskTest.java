package counterfoil.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import counterfoil.app.Installation.Result;
import counterfoil.client.remote.ServerAddress;
import counterfoil.viewmodel.shell.StoreTroubleDesk.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk that is really full; it takes the right to mount one. */
@DisplayName("A device on a full disk")
final class FullDiskTest {
  @TempDir Path folder;
  private boolean mounted;

  @BeforeEach
  void mountASmallDisk() throws Exception {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", folder.toString());
    assumeTrue(mounted, "skipped: this account may not mount a disk of its own");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(run("umount", folder.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void saysSoAtTheFirstStartOfTheSampleAndGoesOnOnceThereIsRoom() throws Exception {
    try (Installation device = new Installation(new World(), folder)) {
      assertThat(device.trySample()).isEqualTo(new Result.NotUsable(Kind.FULL));
      assertThat(run("mount", "-o", "remount,size=256m", folder.toString())).isTrue();
      assertThat(device.again()).isInstanceOf(Result.Ready.class);
    }
  }

  @Test
  void saysSoAtTheFirstStartForAServer() throws Exception {
    Files.write(folder.resolve("ballast"), new byte[240 << 10]);
    ServerAddress hub = ((ServerAddress.Fits) ServerAddress.read("https://hub.example")).address();
    try (Installation device = new Installation(new World(), folder)) {
      assertThat(device.connect(hub)).isEqualTo(new Result.NotUsable(Kind.FULL));
    }
  }
}
