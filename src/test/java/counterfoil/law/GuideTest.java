package counterfoil.law;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.viewmodel.shell.ShortcutsViewModel;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The user guide speaks the words of the program, the same ones in both languages. */
@DisplayName("The user guide")
final class GuideTest {
  private static final Pattern QUOTE = Pattern.compile("\\*\\*(.+?)\\*\\*");
  private static final String ENGLISH = "src/site/markdown/guide-en.md";
  private static final String CHINESE = "src/site/markdown/guide-zh-CN.md";

  @Test
  void quotesWhatTheProgramSays() {
    assertThat(foreign(Project.text(ENGLISH), book("en"))).as(ENGLISH).isEmpty();
    assertThat(foreign(Project.text(CHINESE), book("zh_CN"))).as(CHINESE).isEmpty();
  }

  @Test
  void quotesTheSameInBothLanguages() {
    List<Set<String>> english = keys(Project.text(ENGLISH), book("en"));
    List<Set<String>> chinese = keys(Project.text(CHINESE), book("zh_CN"));
    assertThat(chinese).hasSameSizeAs(english).hasSizeGreaterThan(50);
    for (int i = 0; i < english.size(); i++) {
      assertThat(english.get(i)).as("quotation " + (i + 1)).containsAnyElementsOf(chinese.get(i));
    }
  }

  @Test
  void namesEveryKeyThatTheProgramLists() {
    ShortcutsViewModel keys = new ShortcutsViewModel(true, () -> {});
    List<String> caps =
        Stream.concat(keys.everywhere().stream(), keys.voucher().stream())
            .map(key -> "`" + String.join(" ", key.caps()) + "`")
            .toList();
    assertThat(Project.text(ENGLISH)).contains(caps);
    assertThat(Project.text(CHINESE)).contains(caps);
  }

  @Test
  void isFoundWanting() {
    Wordbook book = new Wordbook("a.go=Go\na.left={0,choice,1#1 left|1<{0} left}\na.it=It''s {0}");
    assertThat(foreign("**Go**, **Go on**, **It's …**, **…**", book)).containsExactly("Go on");
  }

  private static Stream<String> quotes(String guide) {
    return QUOTE.matcher(guide).results().map(quote -> quote.group(1));
  }

  private static List<String> foreign(String guide, Wordbook book) {
    return quotes(guide).filter(quote -> book.keysThatSay(quote).isEmpty()).toList();
  }

  private static List<Set<String>> keys(String guide, Wordbook book) {
    return quotes(guide).map(book::keysThatSay).toList();
  }

  private static Wordbook book(String language) {
    return new Wordbook(
        Project.text("src/main/resources/counterfoil/i18n/messages_" + language + ".properties"));
  }
}
