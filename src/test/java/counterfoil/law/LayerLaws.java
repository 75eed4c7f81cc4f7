package counterfoil.law;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may see whom inside the program. */
final class LayerLaws {
  /** Packages of view and view-model that belong to no feature: what every feature may use. */
  private static final Set<String> COMMON = Set.of("", "port", "control", "look", "text");

  private static final String SHELL = "shell";

  private LayerLaws() {}

  static List<Law> all() {
    return List.of(
        Law.forEachClass(
            "a layer sees only the layers that it is allowed to see", "arrows", LayerLaws::arrows),
        new Law(
            "packages form no cycle",
            "cycles",
            root -> slices().matching(root + ".(**)").should().beFreeOfCycles()),
        Law.forEachClass(
            "the features of view and view-model meet only in the shell",
            "features",
            LayerLaws::features));
  }

  private static Stream<String> arrows(JavaClass type, String root) {
    Optional<Layer> from = Layer.of(type, root);
    if (from.isEmpty()) {
      return Stream.of("Class <" + type.getName() + "> lies in no layer");
    }
    return type.getDirectDependenciesFromSelf().stream()
        .filter(
            dependency ->
                Layer.of(target(dependency), root).filter(to -> !from.get().maySee(to)).isPresent())
        .map(Dependency::getDescription);
  }

  private static Stream<String> features(JavaClass type, String root) {
    String from = feature(type, root);
    if (from.equals(SHELL) || !Layer.isIn(type, root, Set.of(Layer.VIEW, Layer.VIEWMODEL))) {
      return Stream.empty();
    }
    return type.getDirectDependenciesFromSelf().stream()
        .filter(
            dependency -> {
              String to = feature(target(dependency), root);
              return !to.equals(from) && !COMMON.contains(to);
            })
        .map(Dependency::getDescription);
  }

  /** The feature of a class of view or view-model; empty for their root and for other layers. */
  private static String feature(JavaClass type, String root) {
    for (Layer layer : List.of(Layer.VIEW, Layer.VIEWMODEL)) {
      String start = layer.under(root) + ".";
      if (type.getPackageName().startsWith(start)) {
        String below = type.getPackageName().substring(start.length());
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
      }
    }
    return "";
  }

  private static JavaClass target(Dependency dependency) {
    return dependency.getTargetClass().getBaseComponentType();
  }
}
