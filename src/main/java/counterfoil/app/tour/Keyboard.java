package counterfoil.app.tour;

import java.time.Duration;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/**
 * A keyboard with American layout, and the scanner that pretends to be one. Every key goes through
 * the window system, as a real one does.
 */
final class Keyboard {
  private static final Duration GUN = Duration.ofMillis(10);
  private static final Duration PERSON = Duration.ofMillis(90);

  private final Robot robot = Stagehand.ask(Robot::new);

  /**
   * Presses the keys one after the other, each while the ones before are down, and lets go of them.
   */
  void press(KeyCode... keys) {
    for (KeyCode key : keys) {
      Stagehand.tell(() -> robot.keyPress(key));
    }
    for (int i = keys.length - 1; i >= 0; i--) {
      KeyCode key = keys[i];
      Stagehand.tell(() -> robot.keyRelease(key));
    }
  }

  /** A scanner reads a code and ends it with Enter. */
  void scan(String code) {
    write(code, GUN);
    press(KeyCode.ENTER);
  }

  /** A person types. */
  void type(String text) {
    write(text, PERSON);
  }

  /** Fills a field that does not care how fast keys come. */
  void fill(String text) {
    write(text, Duration.ZERO);
  }

  private void write(String text, Duration between) {
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
      Stagehand.rest(between);
    }
  }

  private void character(char c) {
    if (c >= 'A' && c <= 'Z') {
      press(KeyCode.SHIFT, KeyCode.valueOf(String.valueOf(c)));
    } else if (c >= 'a' && c <= 'z') {
      press(KeyCode.valueOf(String.valueOf((char) (c - 'a' + 'A'))));
    } else if (c >= '0' && c <= '9') {
      press(KeyCode.valueOf("DIGIT" + c));
    } else {
      press(mark(c));
    }
  }

  private static KeyCode mark(char c) {
    return switch (c) {
      case '-' -> KeyCode.MINUS;
      case ',' -> KeyCode.COMMA;
      case '.' -> KeyCode.PERIOD;
      case '/' -> KeyCode.SLASH;
      case ' ' -> KeyCode.SPACE;
      default -> throw new StepFailed("no key for this character", null);
    };
  }
}
