package counterfoil.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A reader learns from a type what it is for. */
@DisplayName("Javadoc")
final class JavadocTest {
  @Test
  void describesEveryPublicTypeAndPackage() {
    assertThat(JavaSources.ofProgram().undocumented()).as("types without a comment").isEmpty();
  }

  @Test
  void isMissedOnPublicTypesAndOnTheMembersOfInterfaces() {
    JavaSources sources =
        JavaSources.of(
            "Verdict.java",
            """
            package counterfoil;
            /** Said. */
            public sealed interface Verdict {
              record Bare() implements Verdict {}
              /** Said. */
              record Described() implements Verdict {}
            }
            class Inner {
              public class Hidden {}
            }
            /* Not for readers. */
            public class Open {
              private class Own {}
              public enum Kind { ONE }
            }
            """);
    assertThat(sources.undocumented()).containsExactly("Bare", "Kind", "Open");
  }

  @Test
  void isMissedOnPackages() {
    assertThat(JavaSources.of("package-info.java", "package counterfoil.bare;").undocumented())
        .containsExactly("counterfoil.bare");
  }
}
