package counterfoil.law;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats every Java source of the program in place. Run from source by {@code mvn -q validate
 * exec:exec@format}, so that it works on a tree that does not compile; hence it uses no other
 * class.
 */
public final class Format {
  private Format() {}

  /** Formats the sources below the current folder and names those that it changed. */
  public static void main(String[] arguments) throws IOException, FormatterException {
    for (Path source : sources(Path.of(""))) {
      String text = Files.readString(source);
      String formatted = formatted(text);
      if (!formatted.equals(text)) {
        Files.writeString(source, formatted);
        System.out.println(source);
      }
    }
  }

  /** Every Java file below the source folders of a project. */
  static List<Path> sources(Path project) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String folder : List.of("src/main/java", "src/test/java", "src/bench/java")) {
      if (Files.isDirectory(project.resolve(folder))) {
        try (Stream<Path> files = Files.walk(project.resolve(folder))) {
          files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(found::add);
        }
      }
    }
    return found;
  }

  /** The same source as the formatter writes it, with its imports in order and none to spare. */
  static String formatted(String source) throws FormatterException {
    return new Formatter().formatSourceAndFixImports(source);
  }
}
