package counterfoil.law;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule about the classes of the program, with its proof.
 *
 * <p>The rule is written for any tree of packages laid out like the program, so the same rule
 * judges {@code counterfoil} and a small tree of classes under {@code counterfoil.law.offenders}.
 * There, every class named {@code Offending…} must be caught and none named {@code Lawful…} may be.
 *
 * @param name what it says; also the name of the test
 * @param offenders the folder below {@code offenders} that holds its proof
 * @param rule the rule for the tree below a root package
 */
record Law(String name, String offenders, Function<String, ArchRule> rule) {
  private static final Pattern CLASS_AT_FAULT =
      Pattern.compile("<[^>]*?\\b(Offending|Lawful)(\\w+)");

  /** Finds what is wrong with one class of the tree below a root package. */
  @FunctionalInterface
  interface Inspection {
    Stream<String> faults(JavaClass type, String root);
  }

  /** A law that looks at each class by itself. */
  static Law forEachClass(String name, String offenders, Inspection inspection) {
    return new Law(name, offenders, root -> rule(name, root, inspection));
  }

  private static ArchRule rule(String name, String root, Inspection inspection) {
    return ArchRuleDefinition.classes()
        .should(
            new ArchCondition<JavaClass>("obey the law: " + name) {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                inspection
                    .faults(type, root)
                    .forEach(fault -> events.add(SimpleConditionEvent.violated(type, fault)));
              }
            });
  }

  /** Fails when a class of the program breaks the law. */
  void checkProgram() {
    rule.apply(Program.ROOT).check(Program.classes());
  }

  /** The simple names of the offenders that the law catches. */
  Set<String> caught() {
    return rule
        .apply(offendersRoot())
        .evaluate(Program.offenders(offendersRoot()))
        .getFailureReport()
        .getDetails()
        .stream()
        .flatMap(String::lines)
        .map(CLASS_AT_FAULT::matcher)
        .filter(Matcher::find)
        .map(match -> match.group(1) + match.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The simple names of the offenders that it has to catch. */
  Set<String> toBeCaught() {
    return Program.offenders(offendersRoot()).stream()
        .map(JavaClass::getSimpleName)
        .filter(type -> type.startsWith("Offending"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String toString() {
    return name;
  }

  private String offendersRoot() {
    return Program.ROOT + ".law.offenders." + offenders;
  }
}
