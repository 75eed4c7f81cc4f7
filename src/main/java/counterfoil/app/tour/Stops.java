package counterfoil.app.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one step after the other, each with a picture; a step that fails is written down and the
 * tour goes on.
 */
public final class Stops {
  private static final Logger LOG = LoggerFactory.getLogger(Stops.class);

  private final Stage stage;
  private final Path folder;
  private final Report report = new Report();
  private final Keyboard keyboard = new Keyboard();

  /** A tour of the program on {@code stage}, with its pictures in {@code folder}. */
  public Stops(Stage stage, Path folder) {
    this.stage = stage;
    this.folder = folder;
  }

  /** What a step does with the keyboard. */
  @FunctionalInterface
  public interface Doing {
    /** Does it and waits until it is seen. */
    void with(Stops stops);
  }

  /** Does a step and takes its picture. */
  public void step(String name, Doing doing) {
    long start = System.nanoTime();
    String note = "";
    try {
      doing.with(this);
    } catch (StepFailed | IllegalStateException e) {
      LOG.warn("step {} failed", name, e);
      note = String.valueOf(e.getMessage());
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    String picture = String.format(Locale.ROOT, "%02d-%s.png", report.size() + 1, name);
    try {
      picture(folder.resolve(picture));
    } catch (IOException | StepFailed e) {
      note = note + " no picture: " + e.getMessage();
    }
    report.add(new Report.Line(name, note.isEmpty(), picture, millis, note.strip()));
  }

  private void picture(Path file) throws IOException {
    BufferedImage image =
        Stagehand.ask(() -> SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null));
    ImageIO.write(image, "png", file.toFile());
  }

  /** Presses keys. */
  public void press(javafx.scene.input.KeyCode... keys) {
    keyboard.press(keys);
  }

  /** A person types. */
  public void type(String text) {
    keyboard.type(text);
  }

  /** A scanner reads a code. */
  public void scan(String code) {
    keyboard.scan(code);
  }

  /** Waits until a text stands somewhere in sight. */
  public void see(String text) {
    Stagehand.until("the text " + text, () -> shows(stage.getScene(), text));
  }

  private static boolean shows(Scene scene, String text) {
    Set<Node> labels = scene.getRoot().lookupAll("*");
    return labels.stream()
        .filter(Stops::inSight)
        .anyMatch(
            node ->
                (node instanceof Labeled labeled && text.equals(labeled.getText()))
                    || (node instanceof Text words && text.equals(words.getText())));
  }

  private static boolean inSight(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Writes {@code report.json}.
   *
   * @return whether every step went as it should
   */
  public boolean end() throws IOException {
    report.write(folder.resolve("report.json"));
    return report.good();
  }
}
