package counterfoil.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The project holds what it needs and nothing else. */
@DisplayName("The project")
final class TidyTest {
  private static final String DECISIONS = "src/site/markdown/decisions";
  private static final String LICENCES = "packaging/licences/";
  private static final Set<String> TEXTS =
      Set.of(
          "bash",
          "csv",
          "css",
          "fxml",
          "java",
          "json",
          "md",
          "properties",
          "run",
          "sh",
          "sql",
          "svg",
          "txt",
          "xml",
          "yaml",
          "yml");

  @Test
  void hasATopLevelThatFitsInOneGlance() {
    assertThat(Project.topLevel())
        .filteredOn(name -> !name.startsWith(".") && !name.equals("target"))
        .containsExactly("README.md", "fxml", "packaging", "pom.xml", "src");
  }

  @Test
  void leavesNothingBehind() {
    assertThat(
            Project.files().stream()
                .filter(TidyTest::isText)
                .flatMap(
                    file ->
                        Tidy.leftBehind(Project.text(file)).stream().map(it -> file + ": " + it)))
        .isEmpty();
  }

  @Test
  void usesEachStyleSheetStatementSoundAndPolicy() {
    Set<String> texts = new TreeSet<>(JavaSources.ofProgram().literals());
    Project.files("src/main/resources", ".css").forEach(css -> texts.add(Project.text(css)));
    List<Path> resources =
        Stream.of("css", "sql", "sounds", "policies")
            .flatMap(
                folder -> Project.files("src/main/resources/counterfoil/" + folder, "").stream())
            .toList();
    assertThat(Tidy.unnamed(resources, texts)).as("files that no code names").isEmpty();
  }

  @Test
  void guardsEachDecisionByATest() {
    Set<String> tests =
        Project.files("src/test/java", ".java").stream()
            .map(Project::stem)
            .collect(Collectors.toSet());
    assertThat(
            Project.files(DECISIONS, ".md").stream()
                .flatMap(
                    file ->
                        Tidy.unguarded(Project.text(file), tests::contains).stream()
                            .map(fault -> file.getFileName() + " " + fault)))
        .isEmpty();
  }

  @Test
  void leadsItsReadersToPagesThatExist() {
    assertThat(
            Stream.concat(Stream.of(Path.of("README.md")), Project.files("src", ".md").stream())
                .flatMap(
                    page ->
                        Tidy.links(Project.text(page)).stream()
                            .filter(
                                link ->
                                    !Files.exists(
                                        Project.root().resolve(page).resolveSibling(link)))
                            .map(link -> page + " leads to " + link)))
        .isEmpty();
  }

  @Test
  void givesAReasonForEachDependency() {
    assertThat(Tidy.rows(Project.text("src/site/markdown/dependencies.md")))
        .isEqualTo(Tidy.artifacts(Project.text("pom.xml")));
  }

  @Test
  void carriesTheLicenceOfEachLibrary() {
    Set<String> jars =
        Arrays.stream(
                Project.text("target/runtime-classpath.txt").strip().split(File.pathSeparator))
            .map(jar -> Tidy.artifact(Path.of(jar)))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String[]> index =
        Project.text(LICENCES + "index.csv")
            .lines()
            .skip(1)
            .map(line -> line.split(",", -1))
            .toList();
    assertThat(index.stream().map(row -> row[0])).containsExactlyInAnyOrderElementsOf(jars);
    assertThat(index.stream().flatMap(row -> Arrays.stream(row[2].split(" "))))
        .allMatch(text -> Project.has(LICENCES + text));
  }

  @Test
  void isFoundUntidy() {
    assertThat(Tidy.leftBehind("// TO" + "DO later, see /ro" + "ot/notes and /tm" + "p/x"))
        .hasSize(3);
    assertThat(Tidy.leftBehind("see server/work/Writer and /v1/work/ and /workers")).isEmpty();
    assertThat(Tidy.unnamed(List.of(Path.of("css/old.css")), Set.of("rules.css"))).hasSize(1);
    assertThat(Tidy.unnamed(List.of(Path.of("css/rules.css")), Set.of("css/rules.css"))).isEmpty();
  }

  @Test
  void isFoundUnguarded() {
    assertThat(Tidy.unguarded("# Why\n\nGuarded by: `TidyTest`\n", "TidyTest"::equals)).isEmpty();
    assertThat(Tidy.unguarded("# Why\n\nGuarded by: `Nobody`\n", "TidyTest"::equals)).hasSize(1);
    assertThat(Tidy.unguarded("# Why\n", "TidyTest"::equals)).hasSize(1);
  }

  @Test
  void isReadByItsLinks() {
    assertThat(Tidy.links("[a](b/c.md), [d](#e), [f](https://example.org), [g](h.md#i)"))
        .containsExactly("b/c.md", "h.md");
  }

  @Test
  void isReadAsPomAndTable() {
    String pom =
        """
        <project>
          <artifactId>own</artifactId>
          <dependencyManagement>
            <dependencies><dependency><artifactId>bom</artifactId></dependency></dependencies>
          </dependencyManagement>
          <dependencies><dependency><artifactId>library</artifactId></dependency></dependencies>
          <build><plugins><plugin><artifactId>plugin</artifactId></plugin></plugins></build>
        </project>
        """;
    assertThat(Tidy.artifacts(pom)).containsExactly("library", "plugin");
    assertThat(Tidy.rows("| artifact |\n| --- |\n| `library`, `plugin` (both) | `why` |\n"))
        .containsExactly("library", "plugin");
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    return TEXTS.contains(name.substring(name.lastIndexOf('.') + 1)) || name.startsWith(".");
  }
}
