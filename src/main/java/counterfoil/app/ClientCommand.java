package counterfoil.app;

import counterfoil.view.look.Typeface;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * {@code client}: the desktop client, until its window is closed. Where there is no display, {@code
 * --tour DIR} goes on the tour instead, so that the program can be seen all the same.
 */
final class ClientCommand {
  private static final String TOUR = "--tour";

  private final World world;
  private final Console console;

  ClientCommand(World world, Console console) {
    this.world = world;
    this.console = console;
  }

  int run(List<String> words) throws Options.Wrong {
    Options options = Options.read(words, Set.of(StoreOptions.DATA, TOUR), Set.of());
    Path folder =
        options
            .value(StoreOptions.DATA)
            .map(Path::of)
            .orElseGet(() -> DataFolders.work(System.getenv(), System.getProperties()));
    Optional<String> missing =
        Display.missing(System.getenv(), System.getProperties(), Path.of("/", "tmp", ".X11-unix"));
    if (missing.isPresent()) {
      return withoutDisplay(missing.get(), options.value(TOUR));
    }
    Window window = new Window();
    return switch (FirstInstance.in(folder, world.random(), window::raise)) {
      case FirstInstance.Start.First(FirstInstance first) -> {
        try (first) {
          yield run(folder, window);
        }
      }
      case FirstInstance.Start.Unknown() -> run(folder, window);
      case FirstInstance.Start.Second(boolean raised) -> {
        console
            .err()
            .println(
                raised
                    ? "The program runs already with this data; its window is in front now."
                    : "The program runs already with this data. Use its window, or end it first.");
        yield raised ? 0 : 1;
      }
    };
  }

  /** The window, once it is there; before that it comes up in front by itself. */
  private static final class Window {
    private final AtomicReference<@Nullable Stage> stage = new AtomicReference<>();

    void raise() {
      Stage shown = stage.get();
      if (shown != null) {
        Platform.runLater(
            () -> {
              shown.setIconified(false);
              shown.toFront();
              shown.requestFocus();
            });
      }
    }
  }

  private int run(Path folder, Window window) {
    Logs.to(folder, "client");
    CompletableFuture<Thread> closing = new CompletableFuture<>();
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          ClientProgram program = new ClientProgram(world, stage, new Installation(world, folder));
          stage.setOnHidden(_ -> closing.complete(program.close()));
          program.show(Typeface.preferred());
          window.stage.set(stage);
        });
    try {
      closing.join().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
    return 0;
  }

  private int withoutDisplay(String why, Optional<String> pictures) throws Options.Wrong {
    if (pictures.isEmpty()) {
      console
          .err()
          .println(
              why
                  + ", and the client needs one. Start it in a desktop session, or see the program"
                  + " in pictures: tour --out DIR");
      return 1;
    }
    console
        .err()
        .println(why + ", so the tour runs instead of the client. Its pictures: " + pictures.get());
    return new TourCommand(world, console).run(List.of("--out", pictures.get()));
  }
}
