package counterfoil.protocol;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in the feed. Opaque to clients: base64url of a version, the fields, and a checksum
 * against typing and cutting.
 *
 * @param epoch the store's epoch, a UUID; a restored store has a new one
 * @param seq the tenant's counter at that place
 * @param base the newest place that the reader knew of: a first reading passes old rows, and needs
 *     none of the tombstones made before it began
 * @param audit first 8 bytes of the audit chain's head at {@code seq}, so that a server restored by
 *     hand is noticed
 * @param scope first 8 bytes of a hash of what the user may see, so that a changed scope is noticed
 */
public record Cursor(String epoch, long seq, long base, Bytes audit, Bytes scope) {
  /** Bytes of the audit head and of the scope. */
  public static final int PREFIX = 8;

  private static final byte VERSION = 1;
  private static final int SUM = 4;
  private static final int SIZE = 1 + 16 + 8 + 8 + PREFIX + PREFIX;

  /** Cuts both prefixes to their length. */
  public Cursor {
    base = Math.max(base, seq);
    audit = audit.first(PREFIX);
    scope = scope.first(PREFIX);
    if (audit.size() != PREFIX || scope.size() != PREFIX || seq < 0) {
      throw new IllegalArgumentException("a cursor needs 8 bytes of each prefix");
    }
  }

  /** The text for clients. */
  public String text() {
    UUID uuid = UUID.fromString(epoch);
    ByteBuffer buffer = ByteBuffer.allocate(SIZE + SUM);
    buffer
        .put(VERSION)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .putLong(seq)
        .putLong(base)
        .put(audit.shared())
        .put(scope.shared());
    buffer.put(sum(buffer.array()));
    return Bytes.of(buffer.array()).base64Url();
  }

  private static byte[] sum(byte[] bytes) {
    return Hashes.sha256(Arrays.copyOf(bytes, SIZE)).first(SUM).toArray();
  }

  /** The cursor of a text; empty for one that never was ({@code invalid-cursor}). */
  public static Optional<Cursor> read(String text) {
    Optional<Bytes> bytes = Bytes.ofBase64Url(text).filter(read -> read.size() == SIZE + SUM);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    byte[] array = bytes.get().toArray();
    if (array[0] != VERSION
        || !Arrays.equals(sum(array), Arrays.copyOfRange(array, SIZE, SIZE + SUM))) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(array, 1, SIZE - 1);
    String epoch = new UUID(buffer.getLong(), buffer.getLong()).toString();
    long seq = buffer.getLong();
    long base = buffer.getLong();
    byte[] audit = new byte[PREFIX];
    byte[] scope = new byte[PREFIX];
    buffer.get(audit).get(scope);
    return seq < 0
        ? Optional.empty()
        : Optional.of(new Cursor(epoch, seq, base, Bytes.of(audit), Bytes.of(scope)));
  }
}
