package counterfoil.law;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What only {@code app} may take from the air: time, randomness, threads, the machine's locale and
 * zone, the console, the end of the process. Everything else is given them, so that a test can hold
 * a voucher against the second in which it expires.
 */
final class AmbientLaws {
  private static final String NEW = "<init>";

  private static final Set<String> LOCALE_NAMERS =
      Set.of(
          "java.text.BreakIterator",
          "java.text.Collator",
          "java.text.DateFormat",
          "java.text.DateFormatSymbols",
          "java.text.DecimalFormatSymbols",
          "java.text.NumberFormat",
          "java.util.Calendar");

  private static final Set<String> PATTERN_FORMATS =
      Set.of(
          "java.text.DecimalFormat",
          "java.text.MessageFormat",
          "java.text.SimpleDateFormat",
          "java.util.Formatter");

  private AmbientLaws() {}

  static List<Law> all() {
    return List.of(
        outsideApp("time is given, not taken from the machine", "time", AmbientLaws::isTime),
        outsideApp("randomness is given, not made", "random", AmbientLaws::isRandom),
        outsideApp("threads and executors are given, not made", "threads", AmbientLaws::isThread),
        outsideApp(
            "locale and zone are given, never the machine's", "locale", AmbientLaws::isLocale),
        Law.forEachClass(
            "only app prints on the console and ends the process",
            "console",
            AmbientLaws::console));
  }

  private static Law outsideApp(
      String name, String offenders, Predicate<CodeUnitAccessTarget> banned) {
    return Law.forEachClass(name, offenders, (type, root) -> calls(type, root, banned));
  }

  private static Stream<String> calls(
      JavaClass type, String root, Predicate<CodeUnitAccessTarget> banned) {
    return isApp(type, root)
        ? Stream.empty()
        : type.getCodeUnitAccessesFromSelf().stream()
            .filter(access -> banned.test(access.getTarget()))
            .map(JavaAccess::getDescription);
  }

  private static boolean isApp(JavaClass type, String root) {
    return Layer.isIn(type, root, Set.of(Layer.APP));
  }

  private static boolean isTime(CodeUnitAccessTarget call) {
    return switch (owner(call)) {
      case "java.lang.System" -> named(call, "currentTimeMillis", "nanoTime");
      case "java.time.Clock" -> call.getName().startsWith("system") || tickOfSystem(call);
      case "java.time.InstantSource" -> named(call, "system");
      case "java.util.Date", "java.util.GregorianCalendar" -> named(call, NEW) && noArguments(call);
      case "java.util.Calendar" -> named(call, "getInstance");
      default ->
          owner(call).startsWith("java.time.") && named(call, "now") && !takes(call, "Clock");
    };
  }

  private static boolean tickOfSystem(CodeUnitAccessTarget call) {
    return call.getName().startsWith("tick") && !takes(call, "Clock");
  }

  private static boolean isRandom(CodeUnitAccessTarget call) {
    return switch (owner(call)) {
      case "java.util.UUID" -> named(call, "randomUUID");
      case "java.util.Random", "java.util.SplittableRandom" ->
          named(call, NEW) && noArguments(call);
      case "java.security.SecureRandom" -> named(call, NEW, "getInstance", "getInstanceStrong");
      case "java.util.concurrent.ThreadLocalRandom" -> named(call, "current");
      case "java.util.random.RandomGenerator" -> named(call, "getDefault", "of");
      case "java.lang.Math", "java.lang.StrictMath" -> named(call, "random");
      case "java.util.Collections" ->
          named(call, "shuffle") && call.getRawParameterTypes().size() == 1;
      default -> false;
    };
  }

  private static boolean isThread(CodeUnitAccessTarget call) {
    return switch (owner(call)) {
      case "java.lang.Thread" ->
          named(call, NEW, "sleep", "startVirtualThread", "ofVirtual", "ofPlatform");
      case "java.util.concurrent.Executors" -> true;
      case "java.util.concurrent.CompletableFuture", "java.util.concurrent.CompletionStage" ->
          (call.getName().endsWith("Async") && !takes(call, "Executor"))
              || named(call, "orTimeout", "completeOnTimeout")
              || (named(call, "delayedExecutor") && !takes(call, "Executor"));
      case "java.util.concurrent.ForkJoinPool" -> named(call, NEW, "commonPool");
      case "java.util.concurrent.ThreadPoolExecutor",
          "java.util.concurrent.ScheduledThreadPoolExecutor",
          "java.util.Timer" ->
          named(call, NEW);
      case "java.util.concurrent.TimeUnit" -> named(call, "sleep");
      default -> named(call, "parallelStream") || isParallel(call);
    };
  }

  private static boolean isParallel(CodeUnitAccessTarget call) {
    return named(call, "parallel") && call.getOwner().getPackageName().equals("java.util.stream");
  }

  private static boolean isLocale(CodeUnitAccessTarget call) {
    return switch (owner(call)) {
      case "java.util.Locale" -> named(call, "getDefault");
      case "java.time.ZoneId" -> named(call, "systemDefault");
      case "java.util.TimeZone" -> named(call, "getDefault");
      case "java.lang.String" ->
          named(call, "formatted")
              || (named(call, "format", "toLowerCase", "toUpperCase") && !takes(call, "Locale"));
      case "java.time.format.DateTimeFormatter" ->
          (named(call, "ofPattern") && !takes(call, "Locale"))
              || call.getName().startsWith("ofLocalized");
      case "java.util.ResourceBundle" -> named(call, "getBundle") && !takes(call, "Locale");
      default -> isFormatOfTheMachine(call);
    };
  }

  private static boolean isFormatOfTheMachine(CodeUnitAccessTarget call) {
    if (takes(call, "Locale") || takes(call, "DecimalFormatSymbols")) {
      return false;
    }
    boolean factory = call.getName().startsWith("get") && call.getName().endsWith("Instance");
    return (LOCALE_NAMERS.contains(owner(call)) && factory)
        || (PATTERN_FORMATS.contains(owner(call)) && named(call, NEW))
        || (owner(call).equals("java.text.MessageFormat")
            && call.getRawParameterTypes().size() == 2
            && named(call, "format")
            && takes(call, "String"));
  }

  private static Stream<String> console(JavaClass type, String root) {
    if (isApp(type, root)) {
      return Stream.empty();
    }
    Stream<String> streams =
        type.getFieldAccessesFromSelf().stream()
            .filter(access -> access.getTargetOwner().getName().equals("java.lang.System"))
            .map(JavaAccess::getDescription);
    return Stream.concat(streams, calls(type, root, AmbientLaws::isConsoleOrEnd));
  }

  private static boolean isConsoleOrEnd(CodeUnitAccessTarget call) {
    return switch (owner(call)) {
      case "java.lang.System", "java.lang.Runtime" -> named(call, "exit", "halt", "console");
      default ->
          named(call, "printStackTrace")
              && noArguments(call)
              && call.getOwner().isAssignableTo(Throwable.class);
    };
  }

  private static String owner(CodeUnitAccessTarget call) {
    return call.getOwner().getName();
  }

  private static boolean named(CodeUnitAccessTarget call, String... names) {
    return Set.of(names).contains(call.getName());
  }

  private static boolean noArguments(CodeUnitAccessTarget call) {
    return call.getRawParameterTypes().isEmpty();
  }

  private static boolean takes(CodeUnitAccessTarget call, String type) {
    return call.getRawParameterTypes().stream().anyMatch(each -> each.getSimpleName().equals(type));
  }
}
