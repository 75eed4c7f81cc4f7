package counterfoil.sim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Runs histories until one fails; called in a program that was loaded for it. */
public final class Trial {
  private Trial() {}

  /**
   * Runs the histories of seeds from a first one on, as they suit a break.
   *
   * @param broken the name of the break
   * @return the seed that failed and why, or an empty text when none did
   */
  public static String run(String broken, Path template, Path runs, long first, int most)
      throws Exception {
    Set<Step.Kind> leaning = Break.valueOf(broken).leaning();
    Template business = Template.at(template);
    for (long seed = first; seed < first + most; seed++) {
      try {
        History.of(seed, SimulationTest.LENGTH, leaning)
            .run(business, Files.createTempDirectory(runs, "run"), new Tally());
      } catch (AssertionError | RuntimeException failure) {
        return seed + ": " + failure;
      }
    }
    return "";
  }
}
