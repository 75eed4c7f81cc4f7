package counterfoil.view.look;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.Fx;
import counterfoil.viewmodel.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.collections.FXCollections;
import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.controlsfx.control.BreadCrumbBar;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.CheckListView;
import org.controlsfx.control.HyperlinkLabel;
import org.controlsfx.control.ListSelectionView;
import org.controlsfx.control.MaskerPane;
import org.controlsfx.control.PlusMinusSlider;
import org.controlsfx.control.PrefixSelectionComboBox;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.Rating;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The style sheets")
final class StyleSheetsTest {
  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{3,8}\\b");

  @ParameterizedTest
  @EnumSource(Theme.class)
  void giveNoWarningOnThirteenControlsOfControlsFx(Theme theme) {
    List<CssParser.ParseError> warnings = Fx.call(() -> warnings(theme));

    assertThat(warnings).extracting(CssParser.ParseError::getMessage).isEmpty();
  }

  private static List<CssParser.ParseError> warnings(Theme theme) {
    CssParser.errorsProperty().clear();
    Scene scene = new Scene(new VBox(controls()), 900, 900);
    new Appearance(Typeface.bundled()).apply(scene, theme);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    List<CssParser.ParseError> found = List.copyOf(CssParser.errorsProperty());
    stage.close();
    return found;
  }

  private static Node[] controls() {
    return new Node[] {
      new BreadCrumbBar<>(BreadCrumbBar.buildTreeModel("one", "two")),
      new CheckComboBox<>(FXCollections.observableArrayList("one", "two")),
      new CheckListView<>(FXCollections.observableArrayList("one", "two")),
      new HyperlinkLabel("a [link]"),
      new ListSelectionView<String>(),
      new MaskerPane(),
      new PlusMinusSlider(),
      new PrefixSelectionComboBox<String>(),
      new RangeSlider(0, 100, 20, 80),
      new Rating(),
      new SearchableComboBox<String>(),
      new StatusBar(),
      new ToggleSwitch("on")
    };
  }

  @Test
  void nameNoColourOutsideTheTokens() {
    assertThat(HEX.matcher(read("/counterfoil/css/rules.css")).results()).isEmpty();
    assertThat(HEX.matcher(read("/counterfoil/css/type.css")).results()).isEmpty();
  }

  @Test
  void chooseTheSystemsChineseFontOrTheBundledOne() {
    Typeface bundled = Fx.call(() -> Typeface.preferred(List.of("DejaVu Sans")));
    Typeface system = Fx.call(() -> Typeface.preferred(List.of("DejaVu Sans", "PingFang SC")));

    assertThat(bundled.regular()).isEqualTo("Noto Sans SC");
    assertThat(bundled.medium()).isEqualTo("Noto Sans SC Medium");
    assertThat(system.regular()).isEqualTo("PingFang SC");
    assertThat(system.mono()).isEqualTo("Noto Sans Mono");
  }

  @Test
  void findTheBundledFamiliesInTheToolkit() {
    List<String> families =
        Fx.call(
            () -> {
              Typeface.bundled();
              return Font.getFamilies();
            });

    assertThat(families).contains("Noto Sans SC", "Noto Sans SC Medium", "Noto Sans Mono");
  }

  private static String read(String resource) {
    try (InputStream css =
        Objects.requireNonNull(StyleSheetsTest.class.getResourceAsStream(resource))) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
