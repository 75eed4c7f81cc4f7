package counterfoil.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The tour as a process of its own, with real keys and an embedded server. Its pictures stay beside
 * the build's other results.
 */
@DisplayName("The tour")
final class TourTest {
  private static final Path OUT = Path.of("target", "tour");
  private static final int MOST_MINUTES = 12;

  @Test
  void seesEveryStepOfTheMainJob() throws Exception {
    Files.createDirectories(OUT);
    Files.deleteIfExists(OUT.resolve("report.json"));
    int exit = tour();
    List<String> failed = new ArrayList<>();
    List<JsonNode> steps = new ArrayList<>();
    new ObjectMapper()
        .readTree(OUT.resolve("report.json").toFile())
        .path("steps")
        .forEach(steps::add);
    for (JsonNode step : steps) {
      if (!step.path("ok").asBoolean()) {
        failed.add(step.path("name").asText() + ": " + step.path("note").asText());
      }
    }
    assertThat(failed).as("what the tour did not see").isEmpty();
    assertThat(exit).isZero();
    assertThat(steps)
        .extracting(step -> step.path("name").asText())
        .contains(
            "redeemed",
            "photograph",
            "picture-file",
            "scanner-without-enter",
            "stored-value-taken",
            "no-right-to-redeem",
            "network-lost",
            "queue-drained",
            "inbox",
            "language");
    for (JsonNode step : steps) {
      assertThat(ImageIO.read(OUT.resolve(step.path("picture").asText()).toFile()))
          .as(step.path("name").asText())
          .isNotNull();
    }
  }

  private static int tour() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx1g"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("counterfoil.app.Main", "tour", "--out", OUT.toString()));
    File words = OUT.resolve("output.txt").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words).start();
    try {
      assertThat(process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).as("the tour ended").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
