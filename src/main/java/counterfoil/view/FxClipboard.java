package counterfoil.view;

import counterfoil.viewmodel.port.Clipboard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.scene.input.DataFormat;
import javax.imageio.ImageIO;

/** The system's clipboard. */
public final class FxClipboard implements Clipboard {
  @Override
  public void copy(String text) {
    javafx.scene.input.Clipboard.getSystemClipboard()
        .setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }

  @Override
  public Optional<byte[]> picture() {
    Image image = javafx.scene.input.Clipboard.getSystemClipboard().getImage();
    if (image == null) {
      return Optional.empty();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", png);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Optional.of(png.toByteArray());
  }
}
