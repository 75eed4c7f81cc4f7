package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.work.WayOut;
import counterfoil.fixture.PaperPorts;
import counterfoil.fixture.PaperTrouble;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.shell.StoreTroubleDesk.Kind;
import counterfoil.viewmodel.shell.StoreTroubleDesk.Outcome;
import counterfoil.viewmodel.shell.StoreTroubleDesk.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A local store that cannot be used")
final class StoreTroubleViewModelTest {
  private static final Path FILE = Path.of("out.txt");

  private final PaperTrouble trouble = new PaperTrouble();
  private final PaperPorts ports = new PaperPorts();
  private final StoreTroubleViewModel screen = new StoreTroubleViewModel(trouble, ports, ports);

  private void export(WayOut.Result result) {
    ports.chosen = List.of(FILE);
    screen.export().execute();
    trouble.exporting.removeFirst().accept(result);
  }

  @Test
  void isNeverBegunAnewBeforeItsActsAreSafeInAFile() {
    screen.rebuild().execute();
    assertThat(trouble.asked).isEmpty();

    export(new WayOut.Result.Saved(3, true, false));
    screen.rebuild().execute();

    assertThat(trouble.asked).containsExactly("export out.txt  ", "rebuild");
  }

  @Test
  void isNotBegunAnewAfterAnExportThatFailed() {
    export(new WayOut.Result.NotWritten());

    screen.rebuild().execute();

    assertThat(trouble.asked).doesNotContain("rebuild");
    assertThat(screen.failedProperty().get()).isTrue();
    assertThat(screen.messageProperty().get()).isEqualTo(Wording.of("export.not-written"));
  }

  @Test
  void asksNothingOfTheStoreWhenNobodyChoseAFile() {
    screen.export().execute();

    assertThat(trouble.asked).isEmpty();
    assertThat(screen.export().executableProperty().get()).isTrue();
  }

  @Test
  void signsWithAPasswordThatItForgetsAtOnce() {
    screen.usernameProperty().set(" linxiao ");
    screen.passwordProperty().set("secret");

    export(new WayOut.Result.Saved(3, true, true));

    assertThat(trouble.asked).containsExactly("export out.txt linxiao secret");
    assertThat(screen.passwordProperty().get()).isEmpty();
    assertThat(screen.messageProperty().get())
        .isEqualTo(Wording.of("export.signed", 3, FILE.toString()));
  }

  @Test
  void doesOneThingAtATimeAndSaysWhenNothingHasChanged() {
    ports.chosen = List.of(FILE);
    screen.again().execute();
    screen.export().execute();
    assertThat(trouble.asked).containsExactly("again");

    trouble.trying.removeFirst().accept(new Outcome.Still());

    assertThat(screen.messageProperty().get()).isEqualTo(Wording.of("store-trouble.still"));
    assertThat(screen.export().executableProperty().get()).isTrue();
  }

  @Test
  void copiesCodeAndFolderForSupport() {
    screen.copy().execute();

    assertThat(ports.copied).containsExactly("CF-S03 /var/lib/counterfoil/client");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hasWordsOfItsOwnForEachKindInEveryLanguage(Language language) {
    Texts texts = new Texts(new SimpleObjectProperty<>(language));
    List<String> said = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      trouble.trouble = new Trouble(kind, "folder", OptionalInt.empty(), "code");
      said.add(texts.say(screen.what()));
      said.add(texts.say(screen.advice()));
    }
    assertThat(said).doesNotHaveDuplicates().noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysWhatIsUnharmedWhetherItCanBeCountedOrNot(Language language) {
    Texts texts = new Texts(new SimpleObjectProperty<>(language));
    List<String> said = new ArrayList<>();
    for (OptionalInt waiting :
        List.of(OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(1), OptionalInt.of(3))) {
      trouble.trouble = new Trouble(Kind.DAMAGED, "folder", waiting, "code");
      said.add(texts.say(screen.unharmed()));
    }
    assertThat(said).doesNotHaveDuplicates().allMatch(text -> !text.contains("{"));
  }
}
