package counterfoil.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a window can be shown. JavaFX ends badly where it cannot, so it is looked up beforehand;
 * only X11 says where it would be.
 */
final class Display {
  private static final Logger LOG = LoggerFactory.getLogger(Display.class);
  private static final Pattern NAME = Pattern.compile("(.*):(\\d{1,5})(\\.\\d+)?");
  private static final int FIRST_PORT = 6_000;
  private static final int PATIENCE_MILLIS = 3_000;

  private Display() {}

  /**
   * Why no window can be shown, in words; empty when one can.
   *
   * @param environment the process's environment
   * @param properties the virtual machine's properties
   * @param sockets where the X servers of this computer listen
   */
  static Optional<String> missing(
      Map<String, String> environment, Properties properties, Path sockets) {
    boolean linux =
        properties.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    if (!linux || "Headless".equalsIgnoreCase(properties.getProperty("glass.platform"))) {
      return Optional.empty();
    }
    String name = environment.getOrDefault("DISPLAY", "");
    if (name.isEmpty()) {
      return Optional.of("There is no display here");
    }
    return answers(name, sockets)
        ? Optional.empty()
        : Optional.of("The display " + name + " does not answer");
  }

  private static boolean answers(String name, Path sockets) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return false;
    }
    String host = parts.group(1);
    int number = Integer.parseInt(parts.group(2));
    boolean near = host.isEmpty() || host.equals("unix");
    try {
      if (near) {
        return connects(UnixDomainSocketAddress.of(sockets.resolve("X" + number)));
      }
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, FIRST_PORT + number), PATIENCE_MILLIS);
        return true;
      }
    } catch (IOException e) {
      LOG.debug("the display does not answer", e);
      return false;
    }
  }

  private static boolean connects(SocketAddress socket) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(socket);
    }
  }
}
