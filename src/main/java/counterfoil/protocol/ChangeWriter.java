package counterfoil.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.OptionalLong;

/** Writes a page of the feed line by line (NDJSON) and its last line. For one thread. */
public final class ChangeWriter {
  private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);
  private static final byte[] END = "}\n".getBytes(StandardCharsets.UTF_8);

  private final OutputStream out;
  private final MessageDigest digest = Hashes.sha256();
  private long lines;

  /** A writer to a stream, which it neither flushes nor closes. */
  public ChangeWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes a row; its data goes out as it is, and must be one line of JSON. */
  public void write(ChangeLine line) throws IOException {
    String head =
        Json.object()
            .put("collection", line.collection())
            .put("id", line.id())
            .put("version", line.version())
            .text();
    put((head.substring(0, head.length() - 1) + ",\"data\":").getBytes(StandardCharsets.UTF_8));
    Bytes data = line.data();
    put(data == null ? NULL : data.shared());
    put(END);
    lines++;
  }

  private void put(byte[] bytes) throws IOException {
    digest.update(bytes);
    out.write(bytes);
  }

  /**
   * Writes the last line.
   *
   * @param left as at {@link PageEnd}
   */
  public PageEnd end(String cursor, boolean more, long left) throws IOException {
    PageEnd end =
        new PageEnd(cursor, more, lines, OptionalLong.of(left), Bytes.of(digest.digest()));
    out.write(end.json().bytes());
    out.write('\n');
    return end;
  }
}
