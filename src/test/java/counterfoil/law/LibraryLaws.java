package counterfoil.law;

import static counterfoil.law.Layer.APP;
import static counterfoil.law.Layer.CLIENT_CACHE;
import static counterfoil.law.Layer.CLIENT_DEVICE;
import static counterfoil.law.Layer.CLIENT_REMOTE;
import static counterfoil.law.Layer.DOMAIN;
import static counterfoil.law.Layer.PROTOCOL;
import static counterfoil.law.Layer.SERVER_HTTP;
import static counterfoil.law.Layer.SERVER_STORE;
import static counterfoil.law.Layer.VIEW;
import static counterfoil.law.Layer.VIEWMODEL;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which part of the program may know which library. */
final class LibraryLaws {
  /** Policies are files that people edit; the one class that reads them may know their syntax. */
  private static final String POLICY_LOADER = "PolicyFiles";

  /** The only class of the views that may speak of the toolkit's thread. */
  private static final String THREAD_GATE = "FxThread";

  private static final List<String> SCREEN_LIBRARIES =
      List.of("javafx", "org.controlsfx", "impl.org.controlsfx", "atlantafx", "org.kordamp");

  private static final List<String> OBSERVABLE = List.of("javafx.beans", "javafx.collections");

  /** What a scanner, a printer and a loudspeaker need of the desktop module; no windows. */
  private static final List<String> DEVICES =
      List.of(
          "java.awt.geom",
          "java.awt.image",
          "java.awt.print",
          "javax.imageio",
          "javax.print",
          "javax.sound");

  private static final Set<String> DRAWING =
      Set.of(
          "java.awt.Color",
          "java.awt.Dimension",
          "java.awt.Font",
          "java.awt.Graphics",
          "java.awt.Graphics2D",
          "java.awt.Image",
          "java.awt.Point",
          "java.awt.Rectangle",
          "java.awt.RenderingHints",
          "java.awt.Shape");

  private static final List<String> DESKTOP =
      List.of("java.applet", "java.awt", "java.beans", "javax.accessibility", "javax.swing");

  /** The packages of the module that every Java program has. */
  private static final Set<String> JAVA_BASE =
      Object.class.getModule().getPackages().stream()
          .filter(name -> name.startsWith("java."))
          .collect(Collectors.toUnmodifiableSet());

  private LibraryLaws() {}

  static List<Law> all() {
    return List.of(
        Law.forEachClass(
            "JavaFX is known to view and app, its properties and collections to view-models too",
            "javafx",
            LibraryLaws::javafx),
        Law.forEachClass(
            "the toolkit's thread is named by view.FxThread and app only",
            "thread",
            LibraryLaws::toolkitThread),
        home(
            "SQL is known to client.cache and server.store only",
            "sql",
            Set.of(CLIENT_CACHE, SERVER_STORE),
            List.of("java.sql", "javax.sql", "org.sqlite", "org.postgresql", "com.zaxxer")),
        home(
            "okhttp is known to client.remote only",
            "okhttp",
            Set.of(CLIENT_REMOTE),
            List.of("okhttp3", "okio")),
        home(
            "Jetty is known to server.http and app only",
            "jetty",
            Set.of(SERVER_HTTP, APP),
            List.of("org.eclipse.jetty")),
        Law.forEachClass(
            "JSON is known to protocol, the loader of policy files and app only",
            "json",
            LibraryLaws::json),
        Law.forEachClass(
            "client.device uses sound, print and pictures of the desktop, never its windows",
            "device",
            (type, root) ->
                Layer.isIn(type, root, Set.of(CLIENT_DEVICE))
                    ? uses(type, LibraryLaws::isDesktopButNoDevice)
                    : Stream.empty()),
        Law.forEachClass(
            "domain uses java.base and JSpecify only",
            "domain",
            (type, root) ->
                Layer.isIn(type, root, Set.of(DOMAIN))
                    ? uses(type, used -> !isForDomain(used, root))
                    : Stream.empty()));
  }

  private static Law home(
      String name, String offenders, Set<Layer> home, List<String> packageNames) {
    return Law.forEachClass(
        name,
        offenders,
        (type, root) ->
            Layer.isIn(type, root, home) ? Stream.empty() : uses(type, lieIn(packageNames)));
  }

  private static Stream<String> javafx(JavaClass type, String root) {
    if (Layer.isIn(type, root, Set.of(VIEW, APP))) {
      return Stream.empty();
    }
    Predicate<JavaClass> toolkit = lieIn(SCREEN_LIBRARIES);
    return Layer.isIn(type, root, Set.of(VIEWMODEL))
        ? uses(type, toolkit.and(lieIn(OBSERVABLE).negate()))
        : uses(type, toolkit);
  }

  private static Stream<String> toolkitThread(JavaClass type, String root) {
    boolean gate = outermost(type).getName().equals(VIEW.under(root) + "." + THREAD_GATE);
    return gate || Layer.isIn(type, root, Set.of(APP))
        ? Stream.empty()
        : uses(type, used -> used.getName().equals("javafx.application.Platform"));
  }

  private static Stream<String> json(JavaClass type, String root) {
    boolean loader = outermost(type).getSimpleName().equals(POLICY_LOADER);
    return loader || Layer.isIn(type, root, Set.of(PROTOCOL, APP))
        ? Stream.empty()
        : uses(type, lieIn(List.of("com.fasterxml.jackson")));
  }

  private static Stream<String> uses(JavaClass type, Predicate<JavaClass> what) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> what.test(dependency.getTargetClass().getBaseComponentType()))
        .map(Dependency::getDescription);
  }

  private static Predicate<JavaClass> lieIn(List<String> packageNames) {
    return type -> packageNames.stream().anyMatch(name -> Layer.within(type, name));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(LibraryLaws::outermost).orElse(type);
  }

  private static boolean isDesktopButNoDevice(JavaClass type) {
    return lieIn(DESKTOP).test(type)
        && !lieIn(DEVICES).test(type)
        && !DRAWING.contains(type.getName());
  }

  private static boolean isForDomain(JavaClass type, String root) {
    return type.isPrimitive()
        || JAVA_BASE.contains(type.getPackageName())
        || Layer.within(type, "org.jspecify.annotations")
        || Layer.within(type, root);
  }
}
