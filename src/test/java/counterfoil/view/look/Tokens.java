package counterfoil.view.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/** The colours of a theme, read from its token file as it ships. */
final class Tokens {
  private static final Pattern TOKEN = Pattern.compile("-cf-([a-z0-9-]+): (#[0-9A-F]{6});");

  private final Map<String, Color> colours = new HashMap<>();

  private Tokens(String css) {
    TOKEN
        .matcher(css)
        .results()
        .forEach(token -> colours.put(token.group(1), Color.web(token.group(2))));
  }

  static Tokens of(String theme) {
    String file = "/counterfoil/css/tokens-" + theme.toLowerCase(Locale.ROOT) + ".css";
    try (InputStream css = Objects.requireNonNull(Tokens.class.getResourceAsStream(file))) {
      return new Tokens(new String(css.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Map<String, Color> all() {
    return Map.copyOf(colours);
  }

  /** The contrast ratio of WCAG 2.2 between two tokens. */
  double contrast(String one, String other) {
    double first = luminance(colour(one));
    double second = luminance(colour(other));
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private Color colour(String token) {
    return Objects.requireNonNull(colours.get(token), token);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
