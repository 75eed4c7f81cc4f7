package counterfoil.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Cursors are opaque, and wrong ones are told from old ones. */
class CursorTest {
  @Test
  void aCursorReadsBackAndAChangedOneIsNone() {
    Cursor cursor =
        new Cursor(
            "0193a1b2-0000-7000-8000-000000000001",
            7,
            9,
            Bytes.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}),
            Bytes.of(new byte[8]));
    String text = cursor.text();
    assertThat(Cursor.read(text)).contains(cursor);
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(Cursor.read(text.substring(0, i) + other + text.substring(i + 1))).isEmpty();
    }
    assertThat(Cursor.read("")).isEmpty();
  }
}
