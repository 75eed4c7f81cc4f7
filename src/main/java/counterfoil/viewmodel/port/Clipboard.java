package counterfoil.viewmodel.port;

import java.util.Optional;

/** The system's clipboard. */
public interface Clipboard {
  /** Puts a text on the clipboard. */
  void copy(String text);

  /** The picture on the clipboard as PNG bytes, if it holds one. */
  Optional<byte[]> picture();
}
