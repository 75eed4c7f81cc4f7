package counterfoil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A folder for the files of one run, deleted at its end. */
final class Scratch implements AutoCloseable {
  private final Path folder;
  private int made;

  Scratch(String name) throws IOException {
    folder = Files.createTempDirectory("counterfoil-" + name);
  }

  /** A place that nothing lies at yet. */
  Path fresh() {
    made++;
    return folder.resolve(Integer.toString(made));
  }

  /** A copy of a flat folder. */
  Path copyOf(Path other) throws IOException {
    Path copy = Files.createDirectories(fresh());
    try (var files = Files.list(other)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName().toString()));
      }
    }
    return copy;
  }

  /** Deletes a folder with all that lies in it. */
  static void delete(Path folder) throws IOException {
    List<Path> files;
    try (var walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  @Override
  public void close() throws IOException {
    delete(folder);
  }
}
