package counterfoil.view;

import counterfoil.view.text.Texts;
import counterfoil.viewmodel.port.Dialogs;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's dialogs, on top of the program's window. */
public final class FxDialogs implements Dialogs {
  private static final List<String> PICTURES =
      List.of("*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp");

  private final Supplier<Window> owner;
  private final Texts texts;

  /** Dialogs on top of {@code owner}. */
  public FxDialogs(Supplier<Window> owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  @Override
  public List<Path> choosePictures() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.say("voucher.picture.choose"));
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(texts.say("voucher.picture.kinds"), PICTURES));
    List<File> chosen = chooser.showOpenMultipleDialog(owner.get());
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  @Override
  public Optional<Path> saveAs(String name) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.say("store-trouble.export"));
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
  }
}
