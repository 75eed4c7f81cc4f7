package counterfoil.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nobody argues about blanks: the formatter decides. */
@DisplayName("The formatter")
final class FormattingTest {
  @Test
  void hasNothingToChangeInAnySource() throws IOException, FormatterException {
    List<Path> unformatted = new ArrayList<>();
    for (Path source : Format.sources(Project.root())) {
      String text = Files.readString(source);
      if (!Format.formatted(text).equals(text)) {
        unformatted.add(Project.root().relativize(source));
      }
    }
    assertThat(unformatted).as("mend with: mvn -q validate exec:exec@format").isEmpty();
  }

  @Test
  void changesBlanksAndUnusedImports() throws FormatterException {
    assertThat(Format.formatted("import java.util.List;\nclass Voucher{ int uses ; }\n"))
        .isEqualTo("class Voucher {\n  int uses;\n}\n");
  }
}
