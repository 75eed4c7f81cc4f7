package counterfoil.app;

import counterfoil.app.tour.Report;
import counterfoil.app.tour.Tour;
import counterfoil.server.store.Store;
import counterfoil.server.store.StoreTooNew;
import counterfoil.server.work.SampleBusiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.application.Platform;

/**
 * {@code tour --out DIR}: the main job of the program through real keys, with a picture of every
 * step.
 */
final class TourCommand {
  private static final String OTHER = "zhouning";

  /** Long enough for a busy machine to scan twice. */
  private static final String BOUNCE_SECONDS = "60";

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
      Logs.to(out, "tour");
      try {
        return walk(out, folder);
      } finally {
        remove(folder);
      }
    } catch (IOException | StoreTooNew e) {
      console.err().println("the tour did not begin: " + e.getMessage());
      return 1;
    }
  }

  /** The sample business goes with the tour; what was seen of it stays in the pictures. */
  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private int walk(Path out, Path folder) throws IOException, StoreTooNew {
    SampleBusiness.Made business = business(folder);
    new KeptWords(folder.resolve(Installation.SETTINGS)).save("scanner.bounce", BOUNCE_SECONDS);
    SampleBusiness.Account other =
        business.accounts().stream()
            .filter(account -> account.username().equals(OTHER))
            .findFirst()
            .orElseThrow();
    CompletableFuture<TourBackstage> begun = new CompletableFuture<>();
    Platform.startup(
        () -> {
          try {
            begun.complete(new TourBackstage(world, folder, other));
          } catch (IOException | RuntimeException e) {
            begun.completeExceptionally(e);
          }
        });
    Report report;
    try (TourBackstage backstage = begun.join()) {
      report = new Tour(backstage, business, out).go();
    }
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
