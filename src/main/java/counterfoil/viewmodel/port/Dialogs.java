package counterfoil.viewmodel.port;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Questions that reach outside the program. Decisions on one thing are made inline, and no dialog
 * ever opens on a scan.
 */
public interface Dialogs {
  /** Lets the person choose pictures to read; none when they thought better of it. */
  List<Path> choosePictures();

  /**
   * Lets the person choose where a file goes; empty when they thought better of it.
   *
   * @param name suggested name of the file
   */
  Optional<Path> saveAs(String name);
}
