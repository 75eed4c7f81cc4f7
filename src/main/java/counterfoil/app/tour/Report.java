package counterfoil.app.tour;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the tour did: {@code report.json} with a line for each step, in order. */
public final class Report {
  private final List<Line> lines = new ArrayList<>();

  /**
   * One step.
   *
   * @param name what was done
   * @param ok whether it went as it should
   * @param picture file name of its picture
   * @param millis how long it took
   * @param note what went wrong, or what the reader should know; may be empty
   */
  public record Line(String name, boolean ok, String picture, long millis, String note) {}

  void add(Line line) {
    lines.add(line);
  }

  /** Whether every step went as it should. */
  public boolean good() {
    return lines.stream().allMatch(Line::ok);
  }

  int size() {
    return lines.size();
  }

  /** What came of it, in one sentence. */
  public String summary() {
    long failed = lines.stream().filter(line -> !line.ok()).count();
    return failed == 0
        ? "all " + lines.size() + " steps went well"
        : failed + " of " + lines.size() + " steps failed";
  }

  void write(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = json.createObjectNode();
    for (Line line : lines) {
      ObjectNode step = root.withArray("steps").addObject();
      step.put("name", line.name());
      step.put("ok", line.ok());
      step.put("picture", line.picture());
      step.put("ms", line.millis());
      if (!line.note().isEmpty()) {
        step.put("note", line.note());
      }
    }
    json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }
}
