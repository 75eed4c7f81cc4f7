package counterfoil.view;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.Fx;
import counterfoil.fixture.PaperProgram;
import counterfoil.fixture.PaperWindow;
import counterfoil.fixture.SampleFaces;
import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Theme;
import counterfoil.viewmodel.port.Navigator.Place;
import counterfoil.viewmodel.shell.WindowState;
import counterfoil.viewmodel.voucher.ScanAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing reaches past the window, and nothing that matters is cut, at any size. */
@DisplayName("The layout")
final class LayoutTest {
  /** What may be cut: texts of the business, which have a tooltip. */
  private static final List<String> MAY_BE_CUT =
      List.of("stub-title", "look-up-good", "bar-word", "user-text");

  @ParameterizedTest
  @CsvSource({
    "ZH_CN,1440,900",
    "EN,1440,900",
    "ZH_CN,1408,700",
    "EN,1408,700",
    "ZH_CN,1024,768",
    "EN,1024,768",
    "ZH_CN,960,540",
    "EN,960,540"
  })
  void staysInsideTheWindowAndCutsNothingThatMatters(Language language, int width, int height) {
    List<String> faults = new ArrayList<>();
    try (PaperWindow window = PaperWindow.open(language, Theme.LIGHT, width, height)) {
      for (Step step : steps().toList()) {
        window.act(step.act());
        Fx.run(() -> look(step.name(), window.scene(), faults));
      }
    }
    assertThat(faults).isEmpty();
  }

  private record Step(String name, Consumer<PaperProgram> act) {}

  private static Stream<Step> steps() {
    Stream<Step> faces =
        SampleFaces.all().entrySet().stream()
            .map(
                face ->
                    new Step(
                        face.getKey(),
                        program -> program.show(face.getValue(), ScanAnswer.Stay.UNTIL_NEXT)));
    return Stream.concat(
        faces,
        Stream.of(
            new Step("offline", PaperProgram::loseNetwork),
            new Step("details", program -> program.shell.detailsProperty().set(true)),
            new Step("shortcuts", program -> program.shell.shortcutsProperty().set(true)),
            new Step("inbox", program -> program.shell.show(Place.INBOX)),
            new Step("inbox full", PaperProgram::refuseLater),
            new Step("about", program -> program.shell.show(Place.ABOUT)),
            new Step("settings", program -> program.shell.show(Place.SETTINGS)),
            new Step("first sync", program -> program.window.enter(WindowState.Stage.FIRST_SYNC)),
            new Step("locked", program -> program.window.enter(WindowState.Stage.LOCKED)),
            new Step(
                "store trouble", program -> program.window.enter(WindowState.Stage.STORE_TROUBLE)),
            new Step("sign-in", program -> program.window.enter(WindowState.Stage.SIGN_IN)),
            new Step("help", program -> program.signIn.help().execute()),
            new Step("company", PaperProgram::askForCompany),
            new Step("previous", PaperProgram::askForPrevious),
            new Step("first run", program -> program.window.enter(WindowState.Stage.FIRST_RUN))));
  }

  private static void look(String step, Scene scene, List<String> faults) {
    walk(scene.getRoot(), node -> look(step, scene, node, faults));
  }

  private static void walk(Node node, Consumer<Node> visitor) {
    boolean shown = node.isVisible() && node.getOpacity() > 0;
    if (!shown) {
      return;
    }
    visitor.accept(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, visitor));
    }
  }

  private static void look(String step, Scene scene, Node node, List<String> faults) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    boolean outside =
        bounds.getMinX() < -0.5
            || bounds.getMinY() < -0.5
            || bounds.getMaxX() > scene.getWidth() + 0.5
            || bounds.getMaxY() > scene.getHeight() + 0.5;
    if (outside && bounds.getWidth() > 0 && !scrolls(node)) {
      faults.add(step + ": outside " + node + " " + bounds);
    }
    if (node.getStyleClass().contains("verdict-word") && leaves(node, "verdict-body")) {
      faults.add(step + ": leaves its ticket " + node);
    }
    if (node instanceof Label label && isCut(label)) {
      faults.add(step + ": cut " + label.getText());
    }
  }

  private static boolean leaves(Node node, String styleClass) {
    Node around = node;
    while (!around.getStyleClass().contains(styleClass)) {
      around = around.getParent();
    }
    return node.localToScene(node.getLayoutBounds()).getMaxX()
        > around.localToScene(around.getLayoutBounds()).getMaxX();
  }

  /** What scrolls may reach past the window; that is what scrolling is for. */
  private static boolean scrolls(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.getStyleClass().contains("viewport")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCut(Label label) {
    if (label.getStyleClass().stream().anyMatch(MAY_BE_CUT::contains)
        || label.getTooltip() != null) {
      return false;
    }
    Node text = label.lookup(".text");
    return text instanceof Text shown && !shown.getText().equals(label.getText());
  }
}
