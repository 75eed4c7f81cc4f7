package counterfoil.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words behind a command: {@code --name value} pairs, {@code --flag}s and the rest, checked
 * against what the command knows so that a mistyped option is an error and never silently ignored.
 *
 * @param values options with a value
 * @param flags options without one
 * @param rest the other words in order
 */
record Options(Map<String, String> values, Set<String> flags, List<String> rest) {

  /** What was wrong with the words, in words. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  /**
   * Reads the words of one command.
   *
   * @param words everything behind the command's name
   * @param valued names of options that take a value, with their dashes
   * @param flagged names of options that take none
   * @throws Wrong for an unknown option, a missing value or one given twice
   */
  static Options read(List<String> words, Set<String> valued, Set<String> flagged) throws Wrong {
    Map<String, String> values = new LinkedHashMap<>();
    Set<String> flags = new LinkedHashSet<>();
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (flagged.contains(word)) {
        flags.add(word);
      } else if (valued.contains(word)) {
        if (i + 1 == words.size()) {
          throw new Wrong("missing value for " + word);
        }
        if (values.put(word, words.get(++i)) != null) {
          throw new Wrong("given twice: " + word);
        }
      } else if (word.startsWith("--")) {
        throw new Wrong("unknown option " + word);
      } else {
        rest.add(word);
      }
    }
    return new Options(values, flags, rest);
  }

  /** The value of an option, if given. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value of an option that must be given. */
  String required(String name) throws Wrong {
    return value(name).orElseThrow(() -> new Wrong("missing option " + name));
  }

  /** A whole number within bounds. */
  int number(String name, int otherwise, int least, int most) throws Wrong {
    Optional<String> text = value(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // answered below, in the same words as a number out of bounds
    }
    throw new Wrong(name + " takes a whole number from " + least + " to " + most);
  }

  /** Whether a flag was given. */
  boolean has(String flag) {
    return flags.contains(flag);
  }
}
