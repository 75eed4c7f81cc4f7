package counterfoil.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every FXML file keeps the contract between designers, translators and screen readers. */
@DisplayName("An FXML file")
final class FxmlContractTest {
  private static final String OFFENDERS = "counterfoil.law.offenders.fxml";

  @TestFactory
  Stream<DynamicTest> keepsItsContract() {
    return Project.files("fxml", "").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.toString(),
                    () ->
                        assertThat(
                                FxmlContract.faults(
                                    Program.ROOT, Project.stem(file), Project.text(file)))
                            .isEmpty()));
  }

  @Test
  void isAcceptedWithKeysClassesAndNames() {
    assertThat(
            faults(
                """
                <Label text="%voucher.scan.label" labelFor="$code"/>
                <TextField fx:id="code" promptText="%voucher.scan.prompt" onAction="#redeem"/>
                <Button text="%voucher.redeem"/>
                <Button accessibleText="%voucher.help"/>
                """))
        .isEmpty();
  }

  @Test
  void isRefusedWithWords() {
    assertThat(faults("<Label text=\"Scan\"/>")).containsExactly("words in Label: Scan");
    assertThat(faults("<Label><text>Scan</text></Label>"))
        .containsExactly("words between tags: Scan");
    assertThat(faults("<Button text=\"%voucher.redeem\" accessibleText=\"Redeem\"/>"))
        .containsExactly("words in Button: Redeem");
  }

  @Test
  void isRefusedWithLooksOfItsOwn() {
    assertThat(faults("<Label style=\"-fx-text-fill: red\"/>"))
        .containsExactly("inline style in Label");
  }

  @Test
  void isRefusedWithInputsThatAScreenReaderCannotName() {
    assertThat(faults("<TextField fx:id=\"code\" promptText=\"%voucher.scan.prompt\"/>"))
        .containsExactly("no accessibleText or labelFor on TextField code");
    assertThat(faults("<Button onAction=\"#redeem\"/>"))
        .containsExactly("no accessibleText or labelFor on Button ");
  }

  @Test
  void isRefusedWhenItsClassLacksANameOrAHandler() {
    assertThat(faults("<Label fx:id=\"verdict\"/>")).containsExactly("no field for fx:id verdict");
    assertThat(faults("<Button text=\"%voucher.undo\" onAction=\"#undo\"/>"))
        .containsExactly("no method for handler #undo");
  }

  @Test
  void isRefusedWithTheClassOfAnother() {
    assertThat(FxmlContract.faults(OFFENDERS, "OtherView", screen("")))
        .containsExactly(
            "fx:controller is not the view of the same name: " + OFFENDERS + ".view.ScanView");
  }

  private static List<String> faults(String content) {
    return FxmlContract.faults(OFFENDERS, "ScanView", screen(content));
  }

  private static String screen(String content) {
    return """
    <?import javafx.scene.control.*?>
    <?import javafx.scene.layout.VBox?>
    <VBox xmlns:fx="http://javafx.com/fxml"
          fx:controller="counterfoil.law.offenders.fxml.view.ScanView">
    """
        + content
        + "</VBox>";
  }
}
