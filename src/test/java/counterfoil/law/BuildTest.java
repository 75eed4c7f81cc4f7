package counterfoil.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same sources give the same program, whatever Java Maven itself runs on. */
@DisplayName("The build")
final class BuildTest {
  private static final Pattern VERSION = Pattern.compile("<version>([^<]*)</version>");
  private static final Pattern PINNED = Pattern.compile("\\$\\{[\\w.-]+}|[\\w.-]+");

  @Test
  void runsTheTestsOnTheJavaThatTheProgramIsBuiltFor() {
    assertThat(Project.text("pom.xml"))
        .contains("<java.release>" + Runtime.version().feature() + "</java.release>");
  }

  @Test
  void pinsEveryVersionButTheRangeOfTheToolchain() {
    assertThat(VERSION.matcher(Project.text("pom.xml")).results().map(found -> found.group(1)))
        .allMatch(version -> PINNED.matcher(version).matches() || version.equals("[25,26)"))
        .noneMatch(version -> version.endsWith("SNAPSHOT"));
  }

  @Test
  void givesEveryPluginAVersion() {
    String pom = Project.text("pom.xml");
    assertThat(
            Pattern.compile("<plugin>.*?</plugin>", Pattern.DOTALL)
                .matcher(pom)
                .results()
                .map(found -> found.group()))
        .isNotEmpty()
        .allMatch(plugin -> plugin.contains("<version>"));
  }
}
