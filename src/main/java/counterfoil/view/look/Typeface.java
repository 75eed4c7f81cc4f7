package counterfoil.view.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.text.Font;

/**
 * The families of the program's text. The system's own Chinese font is used where there is one, so
 * that text looks at home; otherwise the bundled Noto Sans SC, so that no machine shows boxes.
 *
 * @param regular family of regular text; bold joins under the same name
 * @param medium family of emphasis: Noto's medium is a family of its own
 * @param mediumWeight weight that selects it within that family
 * @param mono family of codes
 */
public record Typeface(String regular, String medium, String mediumWeight, String mono) {
  private static final List<String> FILES =
      List.of(
          "NotoSansSC-Regular.ttf",
          "NotoSansSC-Medium.ttf",
          "NotoSansSC-Bold.ttf",
          "NotoSansMono-Regular.ttf",
          "NotoSansMono-Medium.ttf");

  /** Families that show all of simplified Chinese, the best of each system first. */
  private static final List<String> SYSTEM_FAMILIES =
      List.of(
          "Microsoft YaHei UI",
          "Microsoft YaHei",
          "PingFang SC",
          "Hiragino Sans GB",
          "Noto Sans CJK SC",
          "Source Han Sans SC",
          "Source Han Sans CN",
          "WenQuanYi Micro Hei");

  /** Loads the bundled fonts: the same look on every machine. */
  public static Typeface bundled() {
    FILES.forEach(Typeface::load);
    return new Typeface("Noto Sans SC", "Noto Sans SC Medium", "normal", "Noto Sans Mono");
  }

  /**
   * Chooses among what the system has.
   *
   * @param families the families installed on this machine
   */
  public static Typeface preferred(Collection<String> families) {
    Set<String> installed = new HashSet<>(families);
    Optional<String> system = SYSTEM_FAMILIES.stream().filter(installed::contains).findFirst();
    Typeface own = bundled();
    return system.map(family -> new Typeface(family, family, "bold", own.mono())).orElse(own);
  }

  /** Chooses among the families of this machine. */
  public static Typeface preferred() {
    return preferred(Font.getFamilies());
  }

  /** The style sheet that brings the families into the scene, as a data URI. */
  String stylesheet() {
    String rules =
        read("/counterfoil/css/type.css")
            .replace("$regular", regular)
            .replace("$medium-weight", mediumWeight)
            .replace("$medium", medium)
            .replace("$mono", mono);
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(rules.getBytes(StandardCharsets.UTF_8));
  }

  private static void load(String file) {
    try (InputStream font = open("/counterfoil/fonts/" + file)) {
      if (Font.loadFont(font, 13) == null) {
        throw new IllegalStateException("not a font: " + file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String read(String resource) {
    try (InputStream text = open(resource)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(Typeface.class.getResourceAsStream(resource), resource);
  }
}
