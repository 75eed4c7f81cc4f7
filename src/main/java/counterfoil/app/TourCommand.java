package counterfoil.app;

import counterfoil.app.tour.Stops;
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
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/**
 * {@code tour --out DIR}: the main job of the program through real keys, with a picture of every
 * step.
 */
final class TourCommand {
  private static final String PERSON = "linxiao";

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
    Stops stops = new Stops(shown.join(), out);
    itinerary(stops, business);
    boolean good = stops.end();
    Platform.runLater(running.join()::close);
    Platform.exit();
    console
        .out()
        .println(
            (good ? "every step went well: " : "a step failed: ") + out.resolve("report.json"));
    return good ? 0 : 1;
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

  private static void itinerary(Stops stops, SampleBusiness.Made business) {
    SampleBusiness.Account person =
        business.accounts().stream()
            .filter(account -> account.username().equals(PERSON))
            .findFirst()
            .orElseThrow();
    String store = person.stores().iterator().next();
    stops.step("first-run", s -> s.see("开始使用"));
    stops.step(
        "sample",
        s -> {
          s.press(KeyCode.ENTER);
          s.see("登录");
        });
    stops.step(
        "sign-in",
        s -> {
          s.type(PERSON);
          s.press(KeyCode.TAB);
          s.type(person.password());
          s.press(KeyCode.ENTER);
          s.see("请扫码");
        });
    stops.step("first-sync", s -> s.see("在线"));
    String code = code(business, store, "redeemable");
    stops.step(
        "redeemed",
        s -> {
          s.scan(code);
          s.see("成功");
        });
    stops.step(
        "undone",
        s -> {
          s.press(KeyCode.CONTROL, KeyCode.Z);
          s.see("已撤销");
        });
    for (String state : List.of("redeemed", "expired", "refunded", "frozen")) {
      stops.step(
          "refused-" + state,
          s -> {
            s.scan(code(business, store, state));
            s.see("拒绝");
          });
    }
    stops.step(
        "look-up",
        s -> {
          s.press(KeyCode.F6);
          s.scan(code(business, store, "redeemable"));
          s.see("仅查询，未核销");
          s.press(KeyCode.F6);
        });
    stops.step("dark", s -> s.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L));
  }

  private static String code(SampleBusiness.Made business, String store, String state) {
    return business.codes().stream()
        .filter(code -> code.state().equals(state) && code.amountLeft() == null)
        .filter(code -> store.equals(code.store()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no code that is " + state))
        .code();
  }
}
