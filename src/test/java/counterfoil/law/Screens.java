package counterfoil.law;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule of one stem a screen: {@code VoucherScanView.fxml}, {@code VoucherScanView}, {@code
 * VoucherScanViewModel} and {@code VoucherScanViewModelTest}, the classes in the folders of the
 * same feature.
 */
final class Screens {
  private static final Pattern FXML = Pattern.compile("fxml/(\\w+)\\.fxml");
  private static final Pattern VIEW =
      Pattern.compile("src/main/java/counterfoil/view/(\\w+)/(\\w+)View\\.java");
  private static final Pattern VIEW_MODEL =
      Pattern.compile("src/main/java/counterfoil/viewmodel/(\\w+)/(\\w+)ViewModel\\.java");

  private Screens() {}

  /** What is missing among the files of a project. */
  static Set<String> faults(Collection<Path> files) {
    Set<String> paths =
        files.stream().map(file -> file.toString().replace('\\', '/')).collect(Collectors.toSet());
    Set<String> faults = new TreeSet<>();
    for (String path : paths) {
      Matcher fxml = FXML.matcher(path);
      if (fxml.matches() && paths.stream().noneMatch(each -> isView(each, fxml.group(1)))) {
        faults.add(path + " has no class " + fxml.group(1) + " in a package of view");
      }
      Stream.of(VIEW, VIEW_MODEL)
          .map(pattern -> pattern.matcher(path))
          .filter(Matcher::matches)
          .flatMap(screen -> partsOf(screen.group(1), screen.group(2)))
          .filter(part -> !paths.contains(part))
          .forEach(part -> faults.add(path + " has no " + part));
    }
    return faults;
  }

  private static boolean isView(String path, String name) {
    Matcher view = VIEW.matcher(path);
    return view.matches() && name.equals(view.group(2) + "View");
  }

  private static Stream<String> partsOf(String feature, String stem) {
    return Stream.of(
        "fxml/" + stem + "View.fxml",
        "src/main/java/counterfoil/view/" + feature + "/" + stem + "View.java",
        "src/main/java/counterfoil/viewmodel/" + feature + "/" + stem + "ViewModel.java",
        "src/test/java/counterfoil/viewmodel/" + feature + "/" + stem + "ViewModelTest.java");
  }
}
