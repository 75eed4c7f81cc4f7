package counterfoil.viewmodel.port;

import counterfoil.viewmodel.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Questions that reach outside the program. Decisions on one thing are made inline, and no dialog
 * ever opens on a scan.
 */
public interface Dialogs {
  /**
   * Lets the person choose files to read.
   *
   * @param title the window's title
   * @param patterns such as {@code *.png}
   * @return the chosen files, empty when the person thought better of it
   */
  List<Path> openFiles(Wording title, List<String> patterns);

  /** Lets the person choose where to write a file. */
  Optional<Path> saveFile(Wording title, String suggestedName);
}
