package counterfoil.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both languages say the same things, and nothing that nobody asks for. */
@DisplayName("The texts")
final class WordbookTest {
  private static final String FOLDER = "src/main/resources/counterfoil/i18n/";
  private static final String CHINESE = FOLDER + "messages_zh_CN.properties";
  private static final String ENGLISH = FOLDER + "messages_en.properties";
  private static final Pattern FXML_KEY = Pattern.compile("\"%([\\w.-]+)\"");

  @Test
  void areTheSameInBothLanguages() {
    Wordbook chinese = book(CHINESE);
    Wordbook english = book(ENGLISH);
    assertThat(english.linesMissingFrom(chinese)).as("translate and add to " + CHINESE).isEmpty();
    assertThat(chinese.linesMissingFrom(english)).as("translate and add to " + ENGLISH).isEmpty();
    assertThat(chinese.placeholdersUnlike(english)).as("texts whose placeholders differ").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {CHINESE, ENGLISH})
  void areSaidOnceEach(String file) {
    assertThat(book(file).duplicates()).as("keys written twice in " + file).isEmpty();
    assertThat(book(file).swallowedQuotes()).as("texts that need '' for ' in " + file).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {CHINESE, ENGLISH})
  void areAllAskedForAndAllThere(String file) {
    Set<String> names = namesInUse();
    assertThat(book(file).unusedBy(names)).as("delete from " + file).isEmpty();
    assertThat(book(file).unknownAmong(names)).as("add to " + file).isEmpty();
  }

  @Test
  void areFoundWanting() {
    Wordbook one = new Wordbook("a.hello=Hello {0}\na.only=Only here\na.only=Again\na.it=It's {0}");
    Wordbook other = new Wordbook("a.hello=Hello\na.it=It''s {0}");
    assertThat(one.linesMissingFrom(other)).containsExactly("a.only=Again");
    assertThat(one.duplicates()).containsExactly("a.only");
    assertThat(one.placeholdersUnlike(other)).containsExactly("a.hello");
    assertThat(one.swallowedQuotes()).containsExactly("a.it");
    assertThat(other.swallowedQuotes()).isEmpty();
  }

  @Test
  void areMissedAndSparedByTheirNames() {
    Wordbook book = new Wordbook("voucher.scan.title=Scan\nvoucher.refusal.expired=Expired");
    assertThat(book.unusedBy(Set.of("voucher.refusal."))).containsExactly("voucher.scan.title");
    assertThat(book.unknownAmong(Set.of("voucher.refusal.", "voucher.scan.titel", "counterfoil.x")))
        .containsExactly("voucher.scan.titel");
  }

  private static Wordbook book(String file) {
    return new Wordbook(Project.text(file));
  }

  /** What the screens ask for: the keys of FXML, and every string that a screen's class writes. */
  private static Set<String> namesInUse() {
    Set<String> names =
        new TreeSet<>(
            JavaSources.of(
                    List.of(
                        "src/main/java/counterfoil/view",
                        "src/main/java/counterfoil/viewmodel",
                        "src/main/java/counterfoil/app"))
                .literals());
    Project.files("fxml", ".fxml").stream()
        .map(Project::text)
        .flatMap(text -> FXML_KEY.matcher(text).results())
        .forEach(key -> names.add(key.group(1)));
    return names;
  }
}
