package counterfoil.law;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts of one language, as its file of properties spells them. */
final class Wordbook {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

  /** An argument of a text, also one that chooses among texts with arguments of their own. */
  private static final Pattern ARGUMENT = Pattern.compile("\\{(?:[^{}]|\\{[^{}]*})*}");

  private static final Pattern LONE_QUOTE = Pattern.compile("(?<!')'(?!')");

  private final Map<String, String> texts = new TreeMap<>();
  private final List<String> duplicates = new ArrayList<>();

  Wordbook(String properties) {
    Properties reader =
        new Properties() {
          @Override
          public synchronized Object put(Object key, Object text) {
            if (texts.put((String) key, (String) text) != null) {
              duplicates.add((String) key);
            }
            return super.put(key, text);
          }
        };
    try {
      reader.load(new StringReader(properties));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  Set<String> keys() {
    return texts.keySet();
  }

  List<String> duplicates() {
    return duplicates;
  }

  /** The lines of another language that this one lacks, ready to be pasted and translated. */
  List<String> linesMissingFrom(Wordbook other) {
    return texts.entrySet().stream()
        .filter(entry -> !other.texts.containsKey(entry.getKey()))
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .toList();
  }

  /** The keys whose placeholders are not the same in another language. */
  List<String> placeholdersUnlike(Wordbook other) {
    return texts.entrySet().stream()
        .filter(entry -> other.texts.containsKey(entry.getKey()))
        .filter(entry -> !placeholders(entry.getValue()).equals(other.placeholdersOf(entry)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The keys whose text would lose a quotation mark, and what stands inside, when it is filled. */
  List<String> swallowedQuotes() {
    return texts.entrySet().stream()
        .filter(entry -> !placeholders(entry.getValue()).isEmpty())
        .filter(entry -> LONE_QUOTE.matcher(entry.getValue()).find())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The keys of the texts that read so, with an ellipsis for each argument. */
  Set<String> keysThatSay(String quotation) {
    return texts.entrySet().stream()
        .filter(entry -> spoken(entry.getValue()).equals(quotation))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String spoken(String text) {
    return ARGUMENT.matcher(text).replaceAll("…").replace("''", "'");
  }

  /** The keys that nobody names, neither whole nor by a beginning that ends in a dot. */
  Set<String> unusedBy(Set<String> names) {
    return texts.keySet().stream()
        .filter(key -> !names.contains(key))
        .filter(key -> beginnings(key).stream().noneMatch(names::contains))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names that look like keys of this book but lead to no text. */
  Set<String> unknownAmong(Set<String> names) {
    Set<String> sections = new TreeSet<>();
    Set<String> known = new TreeSet<>(texts.keySet());
    for (String key : texts.keySet()) {
      sections.add(key.substring(0, Math.max(0, key.indexOf('.'))));
      known.addAll(beginnings(key));
    }
    Pattern key = Pattern.compile("(" + String.join("|", sections) + ")(\\.[a-z0-9-]+)+\\.?");
    return names.stream()
        .filter(name -> key.matcher(name).matches() && !known.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> placeholdersOf(Map.Entry<String, String> entry) {
    return placeholders(texts.getOrDefault(entry.getKey(), ""));
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> beginnings(String key) {
    List<String> found = new ArrayList<>();
    for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
      found.add(key.substring(0, dot + 1));
    }
    return found;
  }
}
