package counterfoil.app.tour;

import counterfoil.view.control.Ticket;
import counterfoil.viewmodel.Language;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/** What a person sees in the window just now. For the interface thread. */
final class Sight {
  /** An argument of a text, also one that chooses among texts with arguments of their own. */
  private static final Pattern ARGUMENT = Pattern.compile("\\{(?:[^{}]|\\{[^{}]*})*}");

  private final Backstage backstage;

  Sight(Backstage backstage) {
    this.backstage = backstage;
  }

  private Scene scene() {
    return backstage.stage().getScene();
  }

  /**
   * The left part of the ticket.
   *
   * @param body the node that bears it; each scan makes a new one
   * @param word the largest words
   * @param reason what stands below
   * @param code the code it is about, as far as it is shown
   * @param still whether it has come in whole
   */
  record Face(Node body, String word, String reason, String code, boolean still) {
    /** For the report, which must not hold a code. */
    @Override
    public String toString() {
      return word + " | " + reason + " | .." + tail(code);
    }
  }

  /** The face of the ticket, if there is a ticket with one. */
  Optional<Face> face() {
    return find("ticket")
        .map(Ticket.class::cast)
        .map(
            ticket -> {
              Node body = ticket.getBody();
              return new Face(
                  body,
                  first(body, "verdict-word", "look-up-good", "size-40"),
                  first(body, "verdict-reason", "chip", "secondary"),
                  first(ticket, "stub-code", "code"),
                  body.getOpacity() == 1 && body.getScaleX() == 1);
            });
  }

  /** The node with this id, if it is in sight. */
  Optional<Node> find(String id) {
    return Optional.ofNullable(scene().lookup("#" + id)).filter(Sight::shows);
  }

  /** What a label, a button or a field says; empty when it is not in sight. */
  String text(String id) {
    return find(id).map(Sight::text).orElse("");
  }

  /** Whether this text of the bundle stands in sight, whatever its arguments. */
  boolean says(String key) {
    return words().anyMatch(said -> says(key, said));
  }

  /** Whether {@code said} is this text of the bundle, whatever its arguments. */
  boolean says(String key, String said) {
    return pattern(key).matcher(said).matches();
  }

  /** The text of the bundle, for the report. */
  String wording(String key) {
    return backstage.texts().bundle().getString(key);
  }

  /** The text of the bundle with its arguments. */
  String said(String key, Object... arguments) {
    return backstage.texts().say(key, arguments);
  }

  Language language() {
    return backstage.texts().language();
  }

  private Pattern pattern(String key) {
    return Pattern.compile(
        ARGUMENT
            .splitAsStream(wording(key))
            .map(Pattern::quote)
            .collect(Collectors.joining(".+", "", wording(key).endsWith("}") ? ".+" : "")));
  }

  /** All that can be read, for the report of a step that waited in vain. */
  String summary() {
    return face().map(Face::toString).orElseGet(() -> words().collect(Collectors.joining(" | ")));
  }

  /** The node that would get a key now. */
  @Nullable Node focused() {
    return scene().getFocusOwner();
  }

  /** A picture of the window's inside, point by point. */
  BufferedImage picture() {
    return SwingFXUtils.fromFXImage(scene().snapshot(null), null);
  }

  private Stream<String> words() {
    List<String> words = new ArrayList<>();
    collect(scene().getRoot(), words);
    return words.stream();
  }

  private static void collect(Node node, List<String> words) {
    if (!node.isVisible()) {
      return;
    }
    String text = text(node);
    if (!text.isEmpty()) {
      words.add(text);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
    }
  }

  private static String first(Node under, String... styleClasses) {
    return Stream.of(styleClasses)
        .flatMap(name -> under.lookupAll("." + name).stream())
        .filter(Sight::shows)
        .map(Sight::text)
        .findFirst()
        .orElse("");
  }

  private static String text(Node node) {
    return switch (node) {
      case Labeled labeled -> String.valueOf(labeled.getText());
      case TextInputControl field -> field.getText();
      default -> "";
    };
  }

  private static boolean shows(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  static String tail(String code) {
    return code.length() <= 4 ? code : code.substring(code.length() - 4);
  }
}
