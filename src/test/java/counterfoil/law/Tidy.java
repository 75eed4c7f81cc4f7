package counterfoil.law;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What a tidy project has and has not, asked of texts. */
final class Tidy {
  /** Written so that no pattern matches itself. */
  private static final List<Pattern> LEFT_BEHIND =
      List.of(
          Pattern.compile("\\b(TO[D]O|FIX[M]E|XX[X])\\b"),
          Pattern.compile("(?<![\\w.~$}{*-])/(work|root|tmp|home)(?=/[\\w.-])"),
          Pattern.compile("\\b(repo1?\\.maven|registry\\.npmjs|[\\w-]*\\.debian)\\.[a-z]+"));

  private static final Pattern GUARD = Pattern.compile("Guarded by: `(\\w+)`\\.?");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| *(`[^|]*?) *\\|");
  private static final Pattern NAME = Pattern.compile("`([\\w.-]+)`");

  private Tidy() {}

  /** What somebody left behind: promises, places of one machine, addresses of one network. */
  static List<String> leftBehind(String text) {
    return LEFT_BEHIND.stream()
        .flatMap(pattern -> pattern.matcher(text).results())
        .map(found -> found.group())
        .toList();
  }

  /** Why the record of a decision is not kept by a test; empty when it is. */
  static List<String> unguarded(String decision, Predicate<String> isTest) {
    List<String> lines = decision.lines().filter(line -> !line.isBlank()).toList();
    Matcher guard = GUARD.matcher(lines.isEmpty() ? "" : lines.getLast());
    if (!guard.matches()) {
      return List.of("does not end with: Guarded by: `SomeTest`");
    }
    return isTest.test(guard.group(1)) ? List.of() : List.of("no such test: " + guard.group(1));
  }

  /** The files and folders that a page leads to, relative to its own folder. */
  static List<String> links(String page) {
    return LINK.matcher(page).results().map(link -> link.group(1)).toList();
  }

  /** The names in the first column of the tables of a page. */
  static Set<String> rows(String page) {
    return ROW.matcher(page)
        .results()
        .flatMap(row -> NAME.matcher(row.group(1)).results())
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The artifacts that a pom names as libraries, compiler plug-ins or plugins of the build. */
  static Set<String> artifacts(String pom) {
    Set<String> found = new TreeSet<>();
    NodeList all = parse(pom).getElementsByTagName("artifactId");
    IntStream.range(0, all.getLength())
        .mapToObj(each -> (Element) all.item(each))
        .filter(Tidy::isUse)
        .forEach(each -> found.add(each.getTextContent().strip()));
    return found;
  }

  private static boolean isUse(Element artifact) {
    if (artifact.getTextContent().equals("*")) {
      return false;
    }
    Element parent = (Element) artifact.getParentNode();
    return switch (parent.getTagName()) {
      case "dependency" -> !isIn(parent, "dependencyManagement");
      case "plugin", "path" -> true;
      default -> false;
    };
  }

  private static boolean isIn(Element element, String ancestor) {
    return element.getParentNode() instanceof Element parent
        && (parent.getTagName().equals(ancestor) || isIn(parent, ancestor));
  }

  private static Document parse(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
    } catch (ParserConfigurationException | SAXException | IOException broken) {
      throw new IllegalStateException("not a readable pom", broken);
    }
  }

  /** The artifact of a jar in a Maven repository: the folder above that of its version. */
  static String artifact(Path jar) {
    return jar.getName(jar.getNameCount() - 3).toString();
  }

  /** The files that no text names, whole or without their endings. */
  static List<Path> unnamed(List<Path> files, Set<String> texts) {
    List<Path> unnamed = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      String stem = Project.stem(file);
      if (texts.stream().noneMatch(text -> text.contains(name) || text.endsWith(stem))) {
        unnamed.add(file);
      }
    }
    return unnamed;
  }
}
