package counterfoil.app;

import counterfoil.app.tour.Report;
import counterfoil.app.tour.Tour;
import counterfoil.server.store.Store;
import counterfoil.server.store.StoreTooNew;
import counterfoil.server.work.SampleBusiness;
import counterfoil.view.look.Typeface;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * {@code tour --out DIR}: the main job of the program through real keys, with a picture of every
 * step.
 */
final class TourCommand {
  private final World world;
  private final Console console;

  TourCommand(World world, Console console) {
    this.world = world;
    this.console = console;
  }

  /** Walks through the program; not zero if a step failed. */
  int run(List<String> words) throws Options.Wrong {
    Options options = Options.read(words, Set.of("--out"), Set.of("--window"));
    Path out = Path.of(options.required("--out"));
    if (!options.has("--window")) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
    try {
      Files.createDirectories(out);
      Path folder = Files.createTempDirectory("counterfoil-tour");
      Logs.to(folder, "tour");
      return walk(out, folder);
    } catch (IOException | StoreTooNew e) {
      console.err().println("the tour did not begin: " + e.getMessage());
      return 1;
    }
  }

  private int walk(Path out, Path folder) throws IOException, StoreTooNew {
    SampleBusiness.Made business = business(folder);
    Installation installation = new Installation(world, folder);
    CompletableFuture<Stage> shown = new CompletableFuture<>();
    CompletableFuture<ClientProgram> running = new CompletableFuture<>();
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(1_440);
          stage.setHeight(900);
          ClientProgram program = new ClientProgram(world, stage, installation);
          program.show(Typeface.bundled());
          running.complete(program);
          shown.complete(stage);
        });
    Report report = new Tour(shown.join(), running.join().texts(), business, out).go();
    Platform.runLater(running.join()::close);
    Platform.exit();
    console.out().println(report.summary() + ": " + out.resolve("report.json"));
    return report.good() ? 0 : 1;
  }

  private SampleBusiness.Made business(Path folder) throws IOException, StoreTooNew {
    try (Store store = Store.embedded(folder.resolve("sample").resolve("server"), world.random())) {
      return switch (new SampleBusiness(store, world.surroundings(null, World.TOMBSTONES_KEPT))
          .make(1, 400)) {
        case SampleBusiness.Made made -> made;
        case SampleBusiness.AlreadyThere() -> throw new IOException("the folder is not new");
      };
    }
  }
}
