package counterfoil.app;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small file of names and values in the data folder: settings, and which server the device
 * belongs to. Holds no secret. It is replaced whole, so a crash leaves the old one or the new one.
 * Thread-safe.
 */
final class KeptWords {
  private static final Logger LOG = LoggerFactory.getLogger(KeptWords.class);

  private final Path file;

  KeptWords(Path file) {
    this.file = file;
  }

  /** What is kept; empty for a new device, and for a file that cannot be read. */
  synchronized Map<String, String> load() {
    if (!Files.exists(file)) {
      return Map.of();
    }
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      read.load(in);
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("{} cannot be read and counts as empty", file.getFileName(), e);
      return Map.of();
    }
    Map<String, String> words = new TreeMap<>();
    read.stringPropertyNames().forEach(name -> words.put(name, read.getProperty(name)));
    return Map.copyOf(words);
  }

  /** Keeps one value. A failure is logged: these are settings, not acts. */
  synchronized void save(String name, String value) {
    Properties next = new Properties();
    next.putAll(load());
    next.setProperty(name, value);
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(folder(file));
      try (Writer out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
        next.store(out, null);
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("{} cannot be written", file.getFileName(), e);
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }
}
