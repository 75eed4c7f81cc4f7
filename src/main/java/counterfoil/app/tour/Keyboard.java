package counterfoil.app.tour;

import java.time.Duration;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/**
 * A keyboard with American layout, and the scanner that pretends to be one. Every key goes through
 * the window system, as a real one does.
 */
final class Keyboard {
  private static final Duration PERSON = Duration.ofMillis(90);

  private final Robot robot = Stagehand.ask(Robot::new);

  /**
   * Presses the keys one after the other, each while the ones before are down, and lets go of them.
   */
  void press(KeyCode... keys) {
    Stagehand.tell(() -> strike(keys));
  }

  private void strike(KeyCode... keys) {
    for (KeyCode key : keys) {
      robot.keyPress(key);
    }
    for (int i = keys.length - 1; i >= 0; i--) {
      robot.keyRelease(keys[i]);
    }
  }

  /**
   * A scanner reads a code and ends it with Enter. It keeps its own time: its keys arrive in one
   * burst, whatever else the machine is busy with.
   */
  void scan(String code) {
    Stagehand.tell(
        () -> {
          code.chars().forEach(c -> strike(keys((char) c)));
          strike(KeyCode.ENTER);
        });
  }

  /** A scanner that ends its codes with nothing but silence reads one (V2). */
  void scanWithoutEnd(String code) {
    Stagehand.tell(() -> code.chars().forEach(c -> strike(keys((char) c))));
  }

  /** A person types. */
  void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      press(keys(text.charAt(i)));
      Stagehand.rest(PERSON);
    }
  }

  /** Fills a field that does not care how fast keys come. */
  void fill(String text) {
    Stagehand.tell(() -> text.chars().forEach(c -> strike(keys((char) c))));
  }

  private static KeyCode[] keys(char c) {
    if (c >= 'A' && c <= 'Z') {
      return new KeyCode[] {KeyCode.SHIFT, KeyCode.valueOf(String.valueOf(c))};
    }
    if (c >= 'a' && c <= 'z') {
      return new KeyCode[] {KeyCode.valueOf(String.valueOf((char) (c - 'a' + 'A')))};
    }
    if (c >= '0' && c <= '9') {
      return new KeyCode[] {KeyCode.valueOf("DIGIT" + c)};
    }
    return new KeyCode[] {mark(c)};
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
