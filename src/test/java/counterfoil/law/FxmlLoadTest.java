package counterfoil.law;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.Fx;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every FXML file can be loaded without a display, in both languages, and makes what its view's
 * fields expect. The view itself is left out: its own test makes one with all that it needs.
 */
@DisplayName("An FXML file is loaded")
final class FxmlLoadTest {
  private static final Pattern CONTROLLER = Pattern.compile("fx:controller=\"([\\w.]+)\"");
  private static final String OF_ANOTHER_TYPE =
      """
      <?import javafx.scene.control.Label?>
      <Label xmlns:fx="http://javafx.com/fxml" fx:id="code"
             fx:controller="counterfoil.law.offenders.fxml.view.ScanView"/>
      """;
  private static final Pattern HANDLER = Pattern.compile("\\bon\\w+=\"#\\w+\"");

  @TestFactory
  Stream<DynamicTest> inEachLanguage() {
    return Project.files("fxml", ".fxml").stream()
        .flatMap(
            file ->
                Stream.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)
                    .map(
                        language ->
                            DynamicTest.dynamicTest(
                                file + " " + language,
                                () -> assertThat(load(Project.text(file), language)).isEmpty())));
  }

  @Test
  void unlessItMakesSomethingElseThanItsViewExpects() throws Exception {
    assertThat(load(OF_ANOTHER_TYPE, Locale.ENGLISH)).containsExactly("code");
  }

  /** The fields of its view that a file leaves unfilled, after loading it. */
  private static List<String> load(String fxml, Locale language) throws Exception {
    FXMLLoader loader = new FXMLLoader();
    loader.setLocation(Project.root().resolve("fxml/").toUri().toURL());
    loader.setResources(ResourceBundle.getBundle("counterfoil.i18n.messages", language));
    String structure = HANDLER.matcher(CONTROLLER.matcher(fxml).replaceAll("")).replaceAll("");
    Fx.call(
        () -> loader.load(new ByteArrayInputStream(structure.getBytes(StandardCharsets.UTF_8))));
    return unfilled(loader.getNamespace(), view(fxml));
  }

  private static Class<?> view(String fxml) throws ClassNotFoundException {
    Matcher controller = CONTROLLER.matcher(fxml);
    assertThat(controller.find()).isTrue();
    return Class.forName(controller.group(1));
  }

  /** The fields that expect something else than the file makes, or that it does not make at all. */
  private static List<String> unfilled(Map<String, Object> made, Class<?> view) {
    return Stream.of(view.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(FXML.class))
        .filter(field -> !field.getType().isInstance(made.get(field.getName())))
        .map(Field::getName)
        .toList();
  }
}
