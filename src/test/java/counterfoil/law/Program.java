package counterfoil.law;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes that the laws judge. */
final class Program {
  static final String ROOT = "counterfoil";

  private Program() {}

  /** The program without its tests; read once, whatever the number of laws. */
  static JavaClasses classes() {
    return Read.CLASSES;
  }

  /** The offenders below a package. */
  static JavaClasses offenders(String root) {
    return Offenders.CLASSES.that(JavaClass.Predicates.resideInAPackage(root + ".."));
  }

  private static final class Read {
    static final JavaClasses CLASSES =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
  }

  private static final class Offenders {
    static final JavaClasses CLASSES =
        new ClassFileImporter().importPackages(ROOT + ".law.offenders");
  }
}
