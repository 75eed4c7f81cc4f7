package counterfoil.server.store;

import counterfoil.protocol.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

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
      byte[] fresh = new byte[32];
      random.nextBytes(fresh);
      try (FileChannel channel =
          FileChannel.open(
              file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forOwner())) {
        String text = Bytes.of(fresh).base64Url() + "\n";
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
      } catch (FileAlreadyExistsException _) {
        // Another process of this server was first; its key holds.
        return read(file);
      }
    }
    return read(file);
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
