package counterfoil.view.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contrasts that the design promises, computed from the token files as they ship. */
@DisplayName("The contrast")
final class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double CONTROL = 3.0;

  /** The list gives one decimal. */
  private static final double ROUNDING = 0.06;

  @ParameterizedTest(name = "of {0} on {1} is {2} by day and {3} by night")
  @CsvSource({
    "text, surface, 16.8, 14.6",
    "text, canvas, 15.5, 15.6",
    "text, accent-sub, 14.6, 12.1",
    "text-2, surface, 7.6, 8.3",
    "text-2, inset, 6.6, 9.0",
    "text-2, accent-sub, 6.6, 6.9",
    "text-3, surface, 5.4, 5.6",
    "text-3, canvas, 4.9, 5.9",
    "text-3, hover, 4.8, 5.0",
    "text-3, raised, 5.4, 5.1",
    "text-3, accent-sub, 4.7, 4.6",
    "accent-fg, surface, 6.5, 8.0",
    "accent-fg, canvas, 6.0, 8.5",
    "accent-fg, accent-sub, 5.7, 6.6",
    "on-accent, accent, 6.5, 5.1",
    "ok-fg, ok-sub, 5.1, 7.4",
    "warn-fg, warn-sub, 5.7, 8.4",
    "bad-fg, bad-sub, 5.7, 6.9",
    "else-fg, else-sub, 7.0, 7.4",
    "fault-fg, fault-sub, 6.9, 7.8",
    "ok-on, ok-s, 5.4, 5.0",
    "warn-on, warn-s, 9.1, 8.5",
    "bad-on, bad-s, 5.9, 5.7",
    "else-on, else-s, 8.1, 6.9",
    "fault-on, fault-s, 8.1, 7.0"
  })
  void ofText(String text, String ground, double day, double night) {
    promise(text, ground, day, night, TEXT);
  }

  @ParameterizedTest(name = "of {0} on {1} is {2} by day and {3} by night")
  @CsvSource({
    "ctl, surface, 3.5, 3.9",
    "ctl, canvas, 3.2, 4.2",
    "bar, surface, 3.2, 3.3",
  })
  void ofControls(String ink, String ground, double day, double night) {
    promise(ink, ground, day, night, CONTROL);
  }

  private static void promise(String ink, String ground, double day, double night, double least) {
    assertThat(Tokens.of("light").contrast(ink, ground))
        .isGreaterThanOrEqualTo(least)
        .isCloseTo(day, within(ROUNDING));
    assertThat(Tokens.of("dark").contrast(ink, ground))
        .isGreaterThanOrEqualTo(least)
        .isCloseTo(night, within(ROUNDING));
  }

  @Test
  void hasTheSameTokensInBothThemes() {
    assertThat(Tokens.of("light").all().keySet())
        .hasSizeGreaterThan(40)
        .isEqualTo(Tokens.of("dark").all().keySet());
  }
}
