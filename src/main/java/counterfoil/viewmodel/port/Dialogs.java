package counterfoil.viewmodel.port;

import java.nio.file.Path;
import java.util.List;

/**
 * Questions that reach outside the program. Decisions on one thing are made inline, and no dialog
 * ever opens on a scan.
 */
@FunctionalInterface
public interface Dialogs {
  /** Lets the person choose pictures to read; none when they thought better of it. */
  List<Path> choosePictures();
}
