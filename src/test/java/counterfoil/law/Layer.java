package counterfoil.law;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** The layers of the program and, for each, the layers that it may see besides itself. */
enum Layer {
  DOMAIN("domain"),
  PROTOCOL("protocol"),
  SERVER_STORE("server.store"),
  SERVER_WORK("server.work"),
  SERVER_HTTP("server.http"),
  CLIENT_FILES("client.files"),
  CLIENT_DEVICE("client.device"),
  CLIENT_CACHE("client.cache"),
  CLIENT_REMOTE("client.remote"),
  CLIENT_SESSION("client.session"),
  CLIENT_SYNC("client.sync"),
  CLIENT_WORK("client.work"),
  VIEWMODEL("viewmodel"),
  VIEW("view"),
  APP("app");

  private final String path;

  Layer(String path) {
    this.path = path;
  }

  private Set<Layer> seen() {
    return switch (this) {
      case DOMAIN -> Set.of();
      case PROTOCOL, CLIENT_FILES, CLIENT_DEVICE -> Set.of(DOMAIN);
      case SERVER_STORE, CLIENT_CACHE, CLIENT_REMOTE -> Set.of(PROTOCOL, DOMAIN);
      case SERVER_WORK -> Set.of(SERVER_STORE, PROTOCOL, DOMAIN);
      case SERVER_HTTP -> Set.of(SERVER_WORK, PROTOCOL, DOMAIN);
      case CLIENT_SESSION -> Set.of(CLIENT_CACHE, CLIENT_REMOTE, PROTOCOL, DOMAIN);
      case CLIENT_SYNC -> Set.of(CLIENT_CACHE, CLIENT_SESSION, CLIENT_REMOTE, PROTOCOL, DOMAIN);
      case CLIENT_WORK ->
          Set.of(
              CLIENT_CACHE,
              CLIENT_SESSION,
              CLIENT_SYNC,
              CLIENT_DEVICE,
              CLIENT_FILES,
              PROTOCOL,
              DOMAIN);
      case VIEWMODEL -> Set.of(CLIENT_WORK, DOMAIN);
      case VIEW -> Set.of(VIEWMODEL);
      case APP -> Set.of(values());
    };
  }

  boolean maySee(Layer other) {
    return this == other || seen().contains(other);
  }

  /** The layer's package below a root package. */
  String under(String root) {
    return root + "." + path;
  }

  /** The layer that a class of the tree below {@code root} belongs to. */
  static Optional<Layer> of(JavaClass type, String root) {
    return Arrays.stream(values())
        .filter(layer -> within(type, layer.under(root)))
        .max(Comparator.comparingInt(layer -> layer.path.length()));
  }

  /** Whether a class lies in one of some layers. */
  static boolean isIn(JavaClass type, String root, Set<Layer> layers) {
    return of(type, root).filter(layers::contains).isPresent();
  }

  /** Whether a class lies in a package or below it. */
  static boolean within(JavaClass type, String packageName) {
    String own = type.getPackageName();
    return own.equals(packageName) || own.startsWith(packageName + ".");
  }
}
