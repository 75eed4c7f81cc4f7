package counterfoil.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the project as they lie in the working tree; paths are relative to its root. */
final class Project {
  /** Folders that hold nothing that anybody wrote. */
  private static final Set<String> PRODUCTS = Set.of(".git", ".idea", ".vscode", "target");

  private Project() {}

  /** The folder of the project, in which the build runs its tests. */
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    if (!Files.exists(here.resolve("pom.xml"))) {
      throw new IllegalStateException("run the tests in the folder of pom.xml, not in " + here);
    }
    return here;
  }

  /** Every file that somebody wrote. */
  static List<Path> files() {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          root(),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return PRODUCTS.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              // A work tree of git has a file of that name instead of a folder.
              if (!file.getFileName().toString().equals(".git")) {
                found.add(root().relativize(file));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found.stream().sorted().toList();
  }

  /** The files below a folder whose names end so. */
  static List<Path> files(String folder, String ending) {
    return files().stream()
        .filter(file -> file.startsWith(folder) && file.toString().endsWith(ending))
        .toList();
  }

  /** The names in the project's folder, folders included. */
  static List<String> topLevel() {
    try (Stream<Path> entries = Files.list(root())) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static boolean has(String file) {
    return Files.exists(root().resolve(file));
  }

  static String text(Path file) {
    try {
      return Files.readString(root().resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String text(String file) {
    return text(Path.of(file));
  }

  /** The name of a file without its folder and without what follows its last dot. */
  static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
