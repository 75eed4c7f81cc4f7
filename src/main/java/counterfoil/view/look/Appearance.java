package counterfoil.view.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import counterfoil.viewmodel.Theme;
import java.net.URL;
import java.util.Objects;
import javafx.scene.Scene;

/**
 * Dresses a scene: AtlantaFX as user-agent sheet, then the tokens of the theme, the families of the
 * text, and the rules of the program, which use tokens only.
 */
public final class Appearance {
  private final Typeface typeface;

  /** Dresses scenes in {@code typeface}. */
  public Appearance(Typeface typeface) {
    this.typeface = typeface;
  }

  /** Puts {@code theme} on {@code scene}; again for a change of theme. */
  public void apply(Scene scene, Theme theme) {
    scene.setUserAgentStylesheet(
        switch (theme) {
          case LIGHT -> new PrimerLight().getUserAgentStylesheet();
          case DARK -> new PrimerDark().getUserAgentStylesheet();
        });
    scene
        .getStylesheets()
        .setAll(
            switch (theme) {
              case LIGHT -> css("tokens-light.css");
              case DARK -> css("tokens-dark.css");
            },
            typeface.stylesheet(),
            css("rules.css"));
  }

  private static String css(String name) {
    URL sheet = Appearance.class.getResource("/counterfoil/css/" + name);
    return Objects.requireNonNull(sheet, name).toExternalForm();
  }
}
