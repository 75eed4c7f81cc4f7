package counterfoil.app.tour;

import counterfoil.viewmodel.Language;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Hands and eyes of whoever goes on the tour: presses keys, and waits until what they should bring
 * about is there to be seen. What was waited for is photographed in the moment in which it is seen,
 * so that a picture never shows what came before or after.
 */
final class Visitor {
  private static final int MOST_TABS = 60;
  private static final Duration READING = Duration.ofMillis(600);

  private final Keyboard keyboard = new Keyboard();
  private final Backstage backstage;
  private final Sight sight;
  private @Nullable Node faceBefore;
  private @Nullable BufferedImage photograph;

  Visitor(Backstage backstage) {
    this.backstage = backstage;
    this.sight = new Sight(backstage);
  }

  private void begin() {
    photograph = null;
    faceBefore = Stagehand.ask(() -> sight.face().map(Sight.Face::body)).orElse(null);
  }

  /** Presses keys together, as in {@code Ctrl Z}. */
  void press(KeyCode... keys) {
    begin();
    keyboard.press(keys);
  }

  /** A scanner reads a code and ends it with Enter. */
  void scan(String code) {
    begin();
    keyboard.scan(code);
  }

  /** A scanner that ends its codes with nothing but silence reads one. */
  void scanWithoutEnd(String code) {
    begin();
    keyboard.scanWithoutEnd(code);
  }

  /** Chooses a photograph of a code in the system's dialog. */
  void chooseFile(BufferedImage picture) {
    begin();
    Path file = backstage.folder().resolve("photograph.png");
    try {
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    backstage.choose(file);
    keyboard.press(KeyCode.F8);
  }

  /** A person types as people do. */
  void type(String text) {
    begin();
    keyboard.type(text);
  }

  /** Fills a field of a form, faster than a person. */
  void fill(String text) {
    begin();
    keyboard.fill(text);
  }

  /** Signs in, or tries to. */
  void signIn(String username, String password) {
    tabTo("username");
    fill(username);
    press(KeyCode.TAB);
    fill(password);
    press(KeyCode.ENTER);
  }

  /** Takes a photograph of a code to the clipboard and pastes it. */
  void paste(BufferedImage picture) {
    begin();
    Stagehand.tell(
        () ->
            Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.IMAGE, SwingFXUtils.toFXImage(picture, null))));
    keyboard.press(KeyCode.CONTROL, KeyCode.V);
  }

  /** Makes the window smaller or larger. */
  void size(double width, double height) {
    begin();
    Stagehand.tell(
        () -> {
          Stage stage = backstage.stage();
          stage.setWidth(width);
          stage.setHeight(height);
        });
  }

  /** Reads what is there before the next key; a second end of a scanner comes sooner than that. */
  void read() {
    Stagehand.rest(READING);
  }

  /** Presses Tab until the node with this id has the focus. */
  void tabTo(String id) {
    begin();
    for (int i = 0; i < MOST_TABS; i++) {
      if (Stagehand.ask(() -> isWithin(sight.focused(), id))) {
        return;
      }
      keyboard.press(KeyCode.TAB);
    }
    throw new StepFailed("Tab never came to " + id, null);
  }

  private static boolean isWithin(@Nullable Node node, String id) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (id.equals(at.getId())) {
        return true;
      }
    }
    return false;
  }

  /** Waits until a text of the bundle stands in sight, whatever its arguments. */
  void see(String key) {
    await(() -> "the text " + sight.wording(key), () -> sight.says(key), sight::summary);
  }

  /** Waits until a node with this id is in sight. */
  void seeNode(String id) {
    await(() -> "the node " + id, () -> sight.find(id).isPresent(), sight::summary);
  }

  /**
   * Waits until a node with this id is in sight and what stands on the ticket has come in whole.
   */
  void seeStill(String id) {
    await(
        () -> "the node " + id + " at rest",
        () -> sight.find(id).isPresent() && sight.face().filter(Sight.Face::still).isPresent(),
        sight::summary);
  }

  /** Waits until no node with this id is in sight. */
  void seeNoNode(String id) {
    await(() -> "no node " + id, () -> sight.find(id).isEmpty(), sight::summary);
  }

  /** Waits until the node with this id says a text of the bundle, whatever its arguments. */
  void see(String id, String key) {
    await(
        () -> id + ": " + sight.wording(key),
        () -> sight.says(key, sight.text(id)),
        () -> id + ": " + sight.text(id));
  }

  /** Waits until the node with this id says a text of the bundle with these arguments. */
  void seeSaid(String id, String key, Object... arguments) {
    await(
        () -> id + ": " + sight.said(key, arguments),
        () -> sight.text(id).equals(sight.said(key, arguments)),
        () -> id + ": " + sight.text(id));
  }

  /** Waits until the program speaks this language. */
  void seeLanguage(Language language) {
    await(
        () -> "the language " + language,
        () -> sight.language() == language,
        () -> "the language " + sight.language());
  }

  /** Waits until the node with this id says exactly this. */
  void seeExactly(String id, String text) {
    await(
        () -> id + ": " + text,
        () -> sight.text(id).equals(text),
        () -> id + ": " + sight.text(id));
  }

  /**
   * Waits for the face that the last keys brought about: not the one before them, with this word
   * and this reason, about this code, and come in whole.
   *
   * @param word key of its word
   * @param reason key of its reason
   * @param code the code that must stand beside it when one does; empty for any
   */
  void seeFace(String word, String reason, String code) {
    await(
        () ->
            "the face "
                + sight.wording(word)
                + " | "
                + sight.wording(reason)
                + " | .."
                + Sight.tail(code),
        () -> sight.face().filter(face -> isNew(face, word, reason, code)).isPresent(),
        () -> sight.face().map(face -> what(face)).orElse("no ticket"));
  }

  private boolean isNew(Sight.Face face, String word, String reason, String code) {
    return !face.body().equals(faceBefore)
        && face.still()
        && sight.says(word, face.word())
        && sight.says(reason, face.reason())
        && isAbout(face.code(), code);
  }

  private static boolean isAbout(String shown, String code) {
    return shown.isEmpty() || code.isEmpty() || Sight.tail(shown).equals(Sight.tail(code));
  }

  private String what(Sight.Face face) {
    return face + (face.body().equals(faceBefore) ? ", which was there before" : "");
  }

  private void await(Supplier<String> what, BooleanSupplier there, Supplier<String> instead) {
    photograph =
        Stagehand.until(
            what,
            () -> there.getAsBoolean() ? Optional.of(sight.picture()) : Optional.empty(),
            instead);
  }

  /** What was last waited for, in the moment in which it was seen; else what is seen now. */
  BufferedImage photograph() {
    BufferedImage taken = photograph;
    return taken == null ? Stagehand.ask(sight::picture) : taken;
  }
}
