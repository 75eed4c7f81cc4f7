package counterfoil.view;

import counterfoil.view.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads a view from {@code counterfoil/fxml/<Stem>.fxml}, its stem being the name of its class.
 * Controllers come from an explicit list, so a forgotten one fails when it is loaded, with its
 * name, and nothing is made by reflection.
 */
public final class ViewLoader {
  private final Texts texts;
  private final Map<Class<? extends View>, Supplier<? extends View>> makers = new LinkedHashMap<>();

  /** A loader that speaks through {@code texts} and knows no view yet. */
  public ViewLoader(Texts texts) {
    this.texts = texts;
  }

  /** Says how a view is made. */
  public <V extends View> ViewLoader with(Class<V> type, Supplier<V> maker) {
    if (makers.putIfAbsent(type, maker) != null) {
      throw new IllegalStateException("registered twice: " + type.getName());
    }
    return this;
  }

  /** The views it can load. */
  public Set<Class<? extends View>> known() {
    return Set.copyOf(makers.keySet());
  }

  /**
   * Loads a view in the language of the moment.
   *
   * @throws IllegalStateException when the view was not registered or has no FXML
   */
  public <V extends View> Loaded<V> load(Class<V> type) {
    URL fxml = ViewLoader.class.getResource("/counterfoil/fxml/" + type.getSimpleName() + ".fxml");
    if (fxml == null) {
      throw new IllegalStateException("no FXML for " + type.getName());
    }
    FXMLLoader loader = new FXMLLoader(fxml, texts.bundle());
    loader.setControllerFactory(this::make);
    try {
      Parent root = loader.load();
      return new Loaded<>(root, type.cast(loader.getController()));
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot load " + fxml, broken);
    }
  }

  private View make(Class<?> type) {
    Supplier<? extends View> maker = makers.get(type);
    if (maker == null) {
      throw new IllegalStateException("view not registered: " + type.getName());
    }
    return maker.get();
  }

  /**
   * A loaded view.
   *
   * @param root the nodes of its FXML
   * @param view its controller
   */
  public record Loaded<V extends View>(Parent root, V view) {}
}
