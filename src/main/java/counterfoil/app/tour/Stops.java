package counterfoil.app.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one stop after the other, each with a picture. One that fails is written down and the tour
 * goes on, until several in a row have failed: the rest then could not go well either.
 */
final class Stops {
  private static final Logger LOG = LoggerFactory.getLogger(Stops.class);

  private static final int ENOUGH = 3;

  private final Path folder;
  private final Visitor visitor;
  private final Report report = new Report();
  private int failedInARow;

  /** Stops of a visitor, with their pictures in a folder. */
  Stops(Path folder, Visitor visitor) {
    this.folder = folder;
    this.visitor = visitor;
  }

  /** What the visitor does at a stop. */
  @FunctionalInterface
  interface Doing {
    /** Does it and waits until it is seen. */
    void with(Visitor visitor);
  }

  /** Makes a stop and keeps its picture. */
  void at(String name, Doing doing) {
    if (failedInARow == ENOUGH) {
      report.add(new Report.Line(name, false, "", 0, "left out: the steps before it failed"));
      write();
      return;
    }
    long start = System.nanoTime();
    String note = "";
    try {
      doing.with(visitor);
    } catch (StepFailed | IllegalStateException e) {
      LOG.warn("step {} failed", name, e);
      note = String.valueOf(e.getMessage());
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    String picture = String.format(Locale.ROOT, "%02d-%s.png", report.size() + 1, name);
    try {
      ImageIO.write(visitor.photograph(), "png", folder.resolve(picture).toFile());
    } catch (IOException | StepFailed e) {
      note = note + " no picture: " + e.getMessage();
    }
    failedInARow = note.isEmpty() ? 0 : failedInARow + 1;
    report.add(new Report.Line(name, note.isEmpty(), picture, millis, note.strip()));
    write();
  }

  /** After every stop, so that a tour that is broken off leaves a report. */
  private void write() {
    try {
      report.write(folder.resolve("report.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What became of the stops so far. */
  Report report() {
    return report;
  }
}
