package counterfoil.law;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Java sources, read by the compiler's own parser. */
final class JavaSources {
  private final DocTrees comments;
  private final List<CompilationUnitTree> units = new ArrayList<>();

  private JavaSources(JavacTask task) {
    comments = DocTrees.instance(task);
    try {
      task.parse().forEach(units::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The program without its tests. */
  static JavaSources ofProgram() {
    return of(List.of("src/main/java"));
  }

  /** The sources below some folders. */
  static JavaSources of(List<String> folders) {
    List<Path> files =
        folders.stream()
            .flatMap(folder -> Project.files(folder, ".java").stream())
            .map(Project.root()::resolve)
            .toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      return new JavaSources(task(compiler, manager.getJavaFileObjectsFromPaths(files)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** One file that exists only here. */
  static JavaSources of(String name, String text) {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("memory:///" + name), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    return new JavaSources(task(ToolProvider.getSystemJavaCompiler(), List.of(file)));
  }

  private static JavacTask task(JavaCompiler compiler, Iterable<? extends JavaFileObject> files) {
    return (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
  }

  /** Every string constant that the sources write down. */
  Set<String> literals() {
    Set<String> found = new TreeSet<>();
    TreeScanner<@Nullable Void, @Nullable Void> scanner =
        new TreeScanner<>() {
          @Override
          public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            if (literal.getValue() instanceof String text) {
              found.add(text);
            }
            return null;
          }
        };
    units.forEach(unit -> scanner.scan(unit, null));
    return found;
  }

  /** The packages and the types open to everybody that say nothing about themselves. */
  Set<String> undocumented() {
    Undocumented scanner = new Undocumented();
    units.forEach(unit -> scanner.scan(unit, null));
    return scanner.found;
  }

  private final class Undocumented extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Set<String> found = new TreeSet<>();

    @Override
    public @Nullable Void visitPackage(PackageTree tree, @Nullable Void nothing) {
      String file = getCurrentPath().getCompilationUnit().getSourceFile().getName();
      if (file.endsWith("package-info.java")) {
        demandComment(tree.getPackageName().toString());
      }
      return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
      if (isPublic(tree)) {
        demandComment(tree.getSimpleName().toString());
        super.visitClass(tree, null);
      }
      return null;
    }

    private boolean isPublic(ClassTree tree) {
      boolean member = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
      return tree.getModifiers().getFlags().contains(Modifier.PUBLIC)
          || (member && isInterface((ClassTree) getCurrentPath().getParentPath().getLeaf()));
    }

    private static boolean isInterface(ClassTree tree) {
      return switch (tree.getKind()) {
        case INTERFACE, ANNOTATION_TYPE -> true;
        default -> false;
      };
    }

    private void demandComment(String name) {
      TreePath path = getCurrentPath();
      String comment = comments.getDocComment(path);
      if (comment == null || comment.isBlank()) {
        found.add(name);
      }
    }
  }
}
