package counterfoil.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of the feed line by line. What its lines say may be kept only once {@link #next} has
 * returned empty: only then is it sure that nothing was cut or changed. For one thread.
 */
public final class ChangeReader {
  private static final int LONGEST_LINE = 1 << 20;
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final MessageDigest digest = Hashes.sha256();
  private final byte[] chunk = new byte[CHUNK];
  private int at;
  private int filled;
  private long lines;
  private @Nullable PageEnd end;

  /** A reader of a stream, which it does not close. */
  public ChangeReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next line; empty once the page has ended whole.
   *
   * @throws CutPage when the page was cut, or is not what was sent
   */
  public Optional<ChangeLine> next() throws IOException, CutPage {
    if (end != null) {
      return Optional.empty();
    }
    byte[] line = line();
    try {
      Optional<ChangeLine> read = ChangeLineReader.read(line);
      if (read.isEmpty()) {
        finish(PageEnd.read(Members.ofBody(line)));
        return Optional.empty();
      }
      digest.update(line);
      digest.update((byte) '\n');
      lines++;
      return read;
    } catch (MalformedJson | InvalidContent e) {
      throw new CutPage("line " + (lines + 1) + " is no line of the feed");
    }
  }

  private void finish(PageEnd read) throws IOException, CutPage {
    if (read.lines() != lines) {
      throw new CutPage(lines + " lines, not " + read.lines());
    }
    if (!read.sha256().equals(Bytes.of(digest.digest()))) {
      throw new CutPage("the hash does not match");
    }
    if (at < filled || in.read() >= 0) {
      throw new CutPage("something follows the last line");
    }
    end = read;
  }

  /** The last line, once the page has ended whole. */
  public PageEnd end() {
    if (end == null) {
      throw new IllegalStateException("the page has not ended");
    }
    return end;
  }

  private byte[] line() throws IOException, CutPage {
    byte[] begun = new byte[0];
    while (true) {
      if (at == filled && !fill()) {
        throw new CutPage("ends after " + lines + " lines");
      }
      int from = at;
      while (at < filled && chunk[at] != '\n') {
        at++;
      }
      byte[] line = Arrays.copyOf(begun, begun.length + at - from);
      System.arraycopy(chunk, from, line, begun.length, at - from);
      if (line.length > LONGEST_LINE) {
        throw new CutPage("a line is too long");
      }
      if (at < filled) {
        at++;
        return line;
      }
      begun = line;
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(chunk));
    return filled > 0;
  }

  /** The page was cut on its way, or is not what was sent: throw it away and ask again. */
  public static final class CutPage extends Exception {
    private static final long serialVersionUID = 1L;

    CutPage(String reason) {
      super(reason);
    }
  }
}
