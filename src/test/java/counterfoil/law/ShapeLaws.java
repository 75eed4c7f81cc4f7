package counterfoil.law;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a class of the program looks like. */
final class ShapeLaws {
  /** Names that say that a class is a bag, an only implementation or half of an inheritance. */
  private static final Pattern EMPTY_NAME =
      Pattern.compile("Abstract[A-Z].*|.*(Utils?|Helpers?|Managers?|Impl|Base)");

  private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";
  private static final String SCREEN_WRITES = "counterfoil.viewmodel.ScreenWrites";

  /** Library types that change after they are made. */
  private static final List<String> CHANGING =
      List.of(
          "java.lang.StringBuilder",
          "java.lang.ThreadLocal",
          "java.security.SecureRandom",
          "java.text.Format",
          "java.util.Calendar",
          "java.util.Date",
          "java.util.Random",
          "java.util.concurrent.Executor",
          "java.util.concurrent.locks.Lock",
          "javafx.beans.value.WritableValue",
          "javafx.collections.ObservableList",
          "javafx.collections.ObservableMap",
          "javafx.collections.ObservableSet");

  private ShapeLaws() {}

  static List<Law> all() {
    return List.of(
        Law.forEachClass("nothing static changes", "statics", ShapeLaws::statics),
        Law.forEachClass(
            "every package is @NullMarked",
            "nulls",
            (type, root) ->
                type.getPackage().tryGetPackageInfo().filter(ShapeLaws::isNullMarked).isPresent()
                    ? Stream.empty()
                    : Stream.of(
                        "Class <" + type.getName() + "> lies in a package not @NullMarked")),
        Law.forEachClass(
            "a name says what a class is for",
            "names",
            (type, root) ->
                EMPTY_NAME.matcher(type.getSimpleName()).matches()
                    ? Stream.of("Class <" + type.getName() + "> has a name that says nothing")
                    : Stream.empty()),
        Law.forEachClass(
            "a property of a view-model is read-only unless the screen writes it",
            "properties",
            ShapeLaws::properties));
  }

  private static boolean isNullMarked(HasAnnotations<?> info) {
    return info.isAnnotatedWith(NULL_MARKED);
  }

  private static Stream<String> statics(JavaClass type, String root) {
    Stream<String> fields =
        type.getFields().stream()
            .filter(field -> is(field, JavaModifier.STATIC) && !is(field, JavaModifier.SYNTHETIC))
            .filter(field -> !is(field, JavaModifier.FINAL) || changes(field))
            .map(field -> "Field <" + field.getFullName() + "> is static and can change");
    return Stream.concat(fields, collectionsMadeStatically(type));
  }

  private static boolean changes(JavaField field) {
    JavaClass type = field.getRawType();
    return type.isArray()
        // A private array of constants is a table; one that others can reach is a variable.
        ? !is(field, JavaModifier.PRIVATE) || type.getComponentType().isArray()
        : changes(type, new HashSet<>());
  }

  private static boolean changes(JavaClass type, Set<JavaClass> seen) {
    if (!seen.add(type) || type.isEnum() || type.isRecord() || type.isInterface()) {
      return CHANGING.stream().anyMatch(type::isAssignableTo);
    }
    if (Layer.within(type, Program.ROOT)) {
      return type.getAllFields().stream()
          .filter(field -> !is(field, JavaModifier.STATIC))
          .anyMatch(field -> !is(field, JavaModifier.FINAL) || changes(field.getRawType(), seen));
    }
    return isMutableCollection(type)
        || type.getPackageName().equals("java.util.concurrent.atomic")
        || CHANGING.stream().anyMatch(type::isAssignableTo);
  }

  private static boolean isMutableCollection(JavaClass type) {
    return type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
  }

  /** A static list is made by {@code List.of} and its like, not by the constructor of a mutable. */
  private static Stream<String> collectionsMadeStatically(JavaClass type) {
    return type.getStaticInitializer().stream()
        .flatMap(initializer -> initializer.getConstructorCallsFromSelf().stream())
        .filter(call -> isMutableCollection(call.getTargetOwner()))
        .map(call -> call.getDescription());
  }

  private static Stream<String> properties(JavaClass type, String root) {
    if (!Layer.isIn(type, root, Set.of(Layer.VIEWMODEL))) {
      return Stream.empty();
    }
    Stream<JavaField> fields =
        type.getFields().stream().filter(each -> !is(each, JavaModifier.PRIVATE));
    Stream<JavaMethod> methods =
        type.getMethods().stream()
            .filter(each -> is(each, JavaModifier.PUBLIC) && !each.isAnnotatedWith(SCREEN_WRITES));
    return Stream.concat(
        fields
            .filter(each -> each.getRawType().isAssignableTo("javafx.beans.value.WritableValue"))
            .map(each -> "Field <" + each.getFullName() + "> is a property others can write"),
        methods
            .filter(
                each -> each.getRawReturnType().isAssignableTo("javafx.beans.value.WritableValue"))
            .map(each -> "Method <" + each.getFullName() + "> hands out a property to write"));
  }

  private static boolean is(JavaMember member, JavaModifier modifier) {
    return member.getModifiers().contains(modifier);
  }
}
