package counterfoil.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A display")
final class DisplayTest {
  @TempDir Path sockets;

  private static Properties system(String name) {
    Properties system = new Properties();
    system.setProperty("os.name", name);
    return system;
  }

  private Optional<String> missing(String display) {
    return Display.missing(Map.of("DISPLAY", display), system("Linux"), sockets);
  }

  @Test
  void isMissingWhereNoneIsNamed() {
    assertThat(Display.missing(Map.of(), system("Linux"), sockets))
        .contains("There is no display here");
    assertThat(missing("")).contains("There is no display here");
  }

  @Test
  void isThereWhenItsServerAnswers() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(sockets.resolve("X7")));
      assertThat(missing(":7")).isEmpty();
      assertThat(missing(":7.0")).isEmpty();
      assertThat(missing("unix:7")).isEmpty();
      assertThat(missing(":8")).contains("The display :8 does not answer");
    }
  }

  @Test
  void isMissingWhenAServerThatIsGoneLeftItsNameBehind() throws IOException {
    Files.createFile(sockets.resolve("X7"));
    assertThat(missing(":7")).isPresent();
    assertThat(missing("nonsense")).isPresent();
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(missing("localhost:" + (port - 6_000))).isPresent();
  }

  @Test
  void isNotAskedForWhereTheSystemHasItsOwnOrNoneIsWanted() {
    assertThat(Display.missing(Map.of(), system("Windows 11"), sockets)).isEmpty();
    assertThat(Display.missing(Map.of(), system("Mac OS X"), sockets)).isEmpty();
    Properties headless = system("Linux");
    headless.setProperty("glass.platform", "Headless");
    assertThat(Display.missing(Map.of(), headless, sockets)).isEmpty();
  }
}
