package counterfoil.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One program for a data folder: the first holds a lock and listens on the loopback interface; a
 * second one knocks there with a word that only who may read the folder knows, and ends. The lock
 * is the system's, so that a program that was killed leaves none behind.
 */
final class FirstInstance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FirstInstance.class);
  private static final String LOCK = "program.lock";
  private static final String DOOR = "program.door";
  private static final int WORD_BYTES = 16;
  private static final int PATIENCE_MILLIS = 3_000;

  private final FileChannel file;
  private final ServerSocket door;
  private final byte[] word;

  private FirstInstance(FileChannel file, ServerSocket door, byte[] word) {
    this.file = file;
    this.door = door;
    this.word = word;
  }

  /** What starting the program in a folder came to. */
  sealed interface Start {
    /**
     * It is the only one, until it is closed.
     *
     * @param instance to be closed at the end
     */
    record First(FirstInstance instance) implements Start {}

    /**
     * Another one runs.
     *
     * @param raised whether it heard the knock and shows its window
     */
    record Second(boolean raised) implements Start {}

    /** The folder cannot be written, so nobody can tell; the store refuses by itself then. */
    record Unknown() implements Start {}
  }

  /**
   * Starts in a folder, which is made when it is not there.
   *
   * @param raise called when a second program knocks, on a thread of its own
   */
  static Start in(Path folder, SecureRandom random, Runnable raise) {
    try {
      Files.createDirectories(folder);
      FileChannel file =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(file)) {
        file.close();
        return new Start.Second(knock(folder.resolve(DOOR)));
      }
      byte[] word = new byte[WORD_BYTES];
      random.nextBytes(word);
      FirstInstance first = new FirstInstance(file, listening(), word);
      first.tell(folder.resolve(DOOR));
      Thread.ofVirtual().name("door").start(() -> first.listen(raise));
      return new Start.First(first);
    } catch (IOException e) {
      LOG.warn("nobody can tell whether the program runs already", e);
      return new Start.Unknown();
    }
  }

  private static boolean locked(FileChannel file) throws IOException {
    try {
      @Nullable FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  private static ServerSocket listening() throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return socket;
  }

  private void tell(Path file) throws IOException {
    Files.writeString(file, door.getLocalPort() + " " + HexFormat.of().formatHex(word));
  }

  private void listen(Runnable raise) {
    while (!door.isClosed()) {
      try (Socket guest = door.accept()) {
        guest.setSoTimeout(PATIENCE_MILLIS);
        byte[] said = guest.getInputStream().readNBytes(WORD_BYTES);
        if (ByteBuffer.wrap(said).equals(ByteBuffer.wrap(word))) {
          raise.run();
          guest.getOutputStream().write(1);
        }
      } catch (IOException e) {
        LOG.debug("a knock ended early, or the door was closed", e);
      }
    }
  }

  private static boolean knock(Path file) {
    try {
      List<String> parts =
          List.of(Files.readString(file, StandardCharsets.US_ASCII).strip().split(" "));
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(
                InetAddress.getLoopbackAddress(), Integer.parseInt(parts.getFirst())),
            PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(HexFormat.of().parseHex(parts.getLast()));
        return socket.getInputStream().read() == 1;
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("the program that runs does not hear", e);
      return false;
    }
  }

  /** Lets the next program be the first. */
  @Override
  public void close() {
    try {
      door.close();
      file.close();
    } catch (IOException e) {
      LOG.warn("the door was not closed in order", e);
    }
  }
}
