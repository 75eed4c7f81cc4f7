package counterfoil.law;

import counterfoil.view.control.SecretField;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.ProcessingInstruction;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What one FXML file promises: it belongs to the class of its name, its words are keys, its looks
 * are style classes, its names and handlers exist in the class, and a screen reader can name each
 * input.
 */
final class FxmlContract {
  /** Attributes that a person reads or hears. */
  private static final Set<String> WORDS =
      Set.of(
          "text",
          "word",
          "promptText",
          "accessibleText",
          "accessibleHelp",
          "accessibleRoleDescription",
          "title",
          "headerText",
          "contentText");

  private static final List<Class<?>> INPUTS =
      List.of(
          TextInputControl.class,
          SecretField.class,
          ComboBoxBase.class,
          ChoiceBox.class,
          Spinner.class,
          Slider.class,
          ListView.class,
          TableView.class,
          TreeView.class);

  private final Document document;
  private final List<Element> elements;
  private final List<String> imports;
  private final List<String> faults = new ArrayList<>();

  private FxmlContract(String fxml) {
    document = parse(fxml);
    NodeList all = document.getElementsByTagName("*");
    elements =
        IntStream.range(0, all.getLength()).mapToObj(each -> (Element) all.item(each)).toList();
    imports = imports(document);
  }

  /** What is wrong with a file of a name; nothing when it keeps its promises. */
  static List<String> faults(String root, String name, String fxml) {
    FxmlContract contract = new FxmlContract(fxml);
    contract.checkWords();
    contract.checkLooks();
    contract.checkInputs();
    contract.checkView(root, name);
    return contract.faults;
  }

  private void checkWords() {
    forEachAttribute(
        (element, attribute) -> {
          String value = attribute.getNodeValue();
          if (WORDS.contains(attribute.getNodeName()) && !isKeyOrEmpty(value)) {
            faults.add("words in " + element.getTagName() + ": " + value);
          }
        });
    elements.stream()
        .flatMap(element -> children(element, Node.TEXT_NODE))
        .map(text -> text.getNodeValue().strip())
        .filter(text -> !text.isEmpty() && !isKeyOrEmpty(text))
        .forEach(text -> faults.add("words between tags: " + text));
  }

  private static boolean isKeyOrEmpty(String value) {
    return value.isEmpty() || value.startsWith("%") || value.startsWith("${");
  }

  private void checkLooks() {
    forEachAttribute(
        (element, attribute) -> {
          if (attribute.getNodeName().equals("style")) {
            faults.add("inline style in " + element.getTagName());
          }
        });
    elements.stream()
        .map(Element::getTagName)
        .filter(tag -> tag.equals("style") || tag.equals("stylesheets"))
        .forEach(tag -> faults.add("looks in a <" + tag + ">"));
  }

  private void checkInputs() {
    Set<String> labelled = new HashSet<>();
    elements.stream()
        .map(element -> element.getAttribute("labelFor"))
        .filter(target -> target.startsWith("$"))
        .forEach(target -> labelled.add(target.substring(1)));
    for (Element element : elements) {
      Optional<Class<?>> type = type(element.getTagName());
      boolean named =
          element.hasAttribute("accessibleText")
              || labelled.contains(element.getAttribute("fx:id"));
      boolean input = type.filter(FxmlContract::isInput).isPresent();
      boolean silentButton =
          type.filter(ButtonBase.class::isAssignableFrom).isPresent()
              && attributes(element).noneMatch(each -> each.getNodeValue().startsWith("%"));
      if ((input || silentButton) && !named) {
        faults.add("no accessibleText or labelFor on " + describe(element));
      }
    }
  }

  private static boolean isInput(Class<?> type) {
    return INPUTS.stream().anyMatch(input -> input.isAssignableFrom(type));
  }

  private void checkView(String root, String name) {
    String controller = document.getDocumentElement().getAttribute("fx:controller");
    if (!controller.startsWith(root + ".view.") || !controller.endsWith("." + name)) {
      faults.add("fx:controller is not the view of the same name: " + controller);
      return;
    }
    Optional<Class<?>> view = classOf(controller);
    if (view.isEmpty()) {
      faults.add("no such class: " + controller);
      return;
    }
    elements.stream()
        .map(element -> element.getAttribute("fx:id"))
        .filter(id -> !id.isEmpty() && !isLabelTarget(id))
        .filter(id -> !hasField(view.get(), id))
        .forEach(id -> faults.add("no field for fx:id " + id));
    forEachAttribute(
        (element, attribute) -> {
          String value = attribute.getNodeValue();
          if (attribute.getNodeName().startsWith("on") && value.startsWith("#")) {
            checkHandler(view.get(), value.substring(1));
          }
        });
  }

  /** An id may also serve inside the file alone, for a label or a toggle group. */
  private boolean isLabelTarget(String id) {
    return elements.stream()
        .flatMap(element -> attributes(element))
        .anyMatch(attribute -> attribute.getNodeValue().equals("$" + id));
  }

  private static boolean hasField(Class<?> view, String name) {
    return Stream.of(view.getDeclaredFields()).anyMatch(field -> field.getName().equals(name));
  }

  private void checkHandler(Class<?> view, String name) {
    if (Stream.of(view.getDeclaredMethods()).map(Method::getName).noneMatch(name::equals)) {
      faults.add("no method for handler #" + name);
    }
  }

  private Optional<Class<?>> type(String tag) {
    Predicate<String> named = each -> each.endsWith("." + tag) || each.endsWith(".*");
    return imports.stream()
        .filter(named)
        .map(each -> each.endsWith(".*") ? each.substring(0, each.length() - 1) + tag : each)
        .flatMap(each -> classOf(each).stream())
        .findFirst();
  }

  private static Optional<Class<?>> classOf(String name) {
    try {
      return Optional.of(Class.forName(name, false, FxmlContract.class.getClassLoader()));
    } catch (ClassNotFoundException absent) {
      return Optional.empty();
    }
  }

  @FunctionalInterface
  private interface Visit {
    void attribute(Element element, Node attribute);
  }

  private void forEachAttribute(Visit visit) {
    for (Element element : elements) {
      attributes(element).forEach(attribute -> visit.attribute(element, attribute));
    }
  }

  private static Stream<Node> attributes(Element element) {
    return IntStream.range(0, element.getAttributes().getLength())
        .mapToObj(element.getAttributes()::item);
  }

  private static Stream<Node> children(Node node, short type) {
    NodeList all = node.getChildNodes();
    return IntStream.range(0, all.getLength())
        .mapToObj(all::item)
        .filter(child -> child.getNodeType() == type);
  }

  private static List<String> imports(Document document) {
    return children(document, Node.PROCESSING_INSTRUCTION_NODE)
        .map(ProcessingInstruction.class::cast)
        .filter(each -> each.getTarget().equals("import"))
        .map(each -> each.getData().strip())
        .toList();
  }

  private static String describe(Element element) {
    return element.getTagName() + " " + element.getAttribute("fx:id");
  }

  private static Document parse(String fxml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(fxml)));
    } catch (ParserConfigurationException | SAXException | IOException broken) {
      throw new IllegalStateException("not a readable FXML", broken);
    }
  }
}
