package counterfoil.server.store;

import counterfoil.protocol.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * {@code server.key}: the server's secret beside its database, for the owner's eyes only. Who loses
 * it can still read what is not sealed; a backup carries it.
 */
final class KeyFile {
  private KeyFile() {}

  static Path in(Path folder) {
    return folder.resolve("server.key");
  }

  static boolean isIn(Path folder) {
    return Files.exists(in(folder));
  }

  static Bytes readOrMake(Path folder, SecureRandom random) throws IOException {
    Files.createDirectories(folder);
    Path file = in(folder);
    if (!isIn(folder)) {
      make(folder, file, random);
    }
    return read(file);
  }

  /** Shown under its name once it is whole; where another process was first, that one's holds. */
  private static void make(Path folder, Path file, SecureRandom random) throws IOException {
    byte[] fresh = new byte[32];
    random.nextBytes(fresh);
    byte[] text = (Bytes.of(fresh).base64Url() + "\n").getBytes(StandardCharsets.US_ASCII);
    Path whole = Files.createTempFile(folder, "server", ".key.new", forOwner());
    try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(text));
      channel.force(true);
    }
    try {
      link(whole, file);
    } catch (FileAlreadyExistsException _) {
      // The other's key is read.
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /** A second name is given to none that exists; a file system without them takes the only one. */
  private static void link(Path whole, Path file) throws IOException {
    try {
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException _) {
      Files.move(whole, file);
    }
  }

  private static Bytes read(Path file) throws IOException {
    return Bytes.ofBase64Url(Files.readString(file).strip())
        .filter(secret -> secret.size() == 32)
        .orElseThrow(() -> new IOException(file + " is not a server key"));
  }

  private static FileAttribute<?>[] forOwner() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
