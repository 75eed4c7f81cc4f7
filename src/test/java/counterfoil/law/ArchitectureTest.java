package counterfoil.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program keeps its laws, and each law catches those who break it. */
@DisplayName("The architecture")
final class ArchitectureTest {
  static Stream<Law> laws() {
    return Stream.of(LayerLaws.all(), LibraryLaws.all(), AmbientLaws.all(), ShapeLaws.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("laws")
  void isKept(Law law) {
    law.checkProgram();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("laws")
  void isGuardedByLawsThatBite(Law law) {
    assertThat(law.toBeCaught()).isNotEmpty();
    assertThat(law.caught()).isEqualTo(law.toBeCaught());
  }
}
