package counterfoil.client.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file with the wrapped data key, as text: an id, a salt for the persons' tokens, one line a
 * person, and a checksum that tells damage from a wrong password. It names nobody: a person's token
 * is a salted hash.
 *
 * @param id which store it belongs to
 * @param salt salt of the tokens, hex
 * @param wraps wrapped keys by token
 */
record VaultHeader(String id, String salt, Map<String, Wrap> wraps) {
  private static final String FIRST = "counterfoil-vault 1";
  private static final HexFormat HEX = HexFormat.of();

  VaultHeader {
    wraps = Map.copyOf(wraps);
  }

  /** One person's copy of the data key. */
  record Wrap(VaultCost cost, String salt, String sealed) {
    String text(String token) {
      return String.join(
          " ",
          "person",
          token,
          Integer.toString(cost.kibibytes()),
          Integer.toString(cost.passes()),
          Integer.toString(cost.lanes()),
          salt,
          sealed);
    }
  }

  /** The line at which a text stops being a header. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    Broken(int line) {
      super("line " + line);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  VaultHeader with(String token, Wrap wrap) {
    Map<String, Wrap> next = new TreeMap<>(wraps);
    next.put(token, wrap);
    return new VaultHeader(id, salt, next);
  }

  /** The token under which a person's copy is kept. */
  String token(String person) {
    MessageDigest digest = sha256();
    digest.update(HEX.parseHex(salt));
    return HEX.formatHex(digest.digest(person.getBytes(StandardCharsets.UTF_8)));
  }

  byte[] associated(String token) {
    return (id + ' ' + token).getBytes(StandardCharsets.UTF_8);
  }

  String text() {
    StringBuilder out = new StringBuilder(FIRST).append('\n');
    out.append("id ").append(id).append('\n');
    out.append("salt ").append(salt).append('\n');
    new TreeMap<>(wraps).forEach((token, wrap) -> out.append(wrap.text(token)).append('\n'));
    return out + "sha256 " + checksum(out.toString()) + '\n';
  }

  static VaultHeader read(String text) throws Broken {
    String[] lines = text.split("\n", -1);
    if (!lines[0].equals(FIRST)) {
      throw new Broken(1);
    }
    int last = lines.length - 2;
    int sum = text.lastIndexOf("sha256 ");
    if (last < 3 || sum < 0 || !lines[last].equals("sha256 " + checksum(text.substring(0, sum)))) {
      throw new Broken(Math.max(last, 1) + 1);
    }
    Map<String, Wrap> wraps = new TreeMap<>();
    for (int i = 3; i < last; i++) {
      String[] words = words(lines, i, "person", 7);
      wraps.put(words[1], wrap(words, i));
    }
    return new VaultHeader(words(lines, 1, "id", 2)[1], words(lines, 2, "salt", 2)[1], wraps);
  }

  private static Wrap wrap(String[] words, int line) throws Broken {
    try {
      var cost =
          new VaultCost(
              Integer.parseInt(words[2]), Integer.parseInt(words[3]), Integer.parseInt(words[4]));
      return new Wrap(cost, words[5], words[6]);
    } catch (IllegalArgumentException _) {
      throw new Broken(line + 1);
    }
  }

  private static String[] words(String[] lines, int line, String first, int count) throws Broken {
    String[] words = lines[line].split(" ", -1);
    if (words.length != count || !words[0].equals(first)) {
      throw new Broken(line + 1);
    }
    return words;
  }

  private static String checksum(String text) {
    return HEX.formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
