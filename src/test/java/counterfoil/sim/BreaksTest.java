package counterfoil.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation bites: each break of the program is found within a few histories. */
final class BreaksTest {
  private static final int AT_MOST = 40;

  @TempDir static Path folder;

  @ParameterizedTest
  @EnumSource
  void findsEachBreak(Break broken) throws Exception {
    BrokenProgram program = new BrokenProgram(broken);
    String found = run(program, broken, 1, AT_MOST);
    assertThat(program.changed()).as("calls that were changed").isPositive();
    assertThat(found).as("a history that fails").isNotEmpty();
    System.out.println(broken + " is found by seed " + found.lines().findFirst().orElse(""));
    long seed = Long.parseLong(found.substring(0, found.indexOf(':')));
    assertThat(Trial.run(broken.name(), Template.shared().folder(), runs(), seed, 1))
        .as("the same history of the whole program")
        .isEmpty();
  }

  private static String run(ClassLoader program, Break broken, long first, int most)
      throws Exception {
    return (String)
        program
            .loadClass(Trial.class.getName())
            .getMethod("run", String.class, Path.class, Path.class, long.class, int.class)
            .invoke(null, broken.name(), Template.shared().folder(), runs(), first, most);
  }

  private static Path runs() throws Exception {
    return Files.createTempDirectory(folder, "runs");
  }
}
