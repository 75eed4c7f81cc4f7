package counterfoil.app.tour;

import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.SampleCase;
import counterfoil.view.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/** Leads through the main job of the program, from the first run to the last setting. */
public final class Tour {
  private static final String CLERK = "linxiao";

  private final Path folder;
  private final Sample sample;
  private final Stops stops;

  /**
   * A tour of a program that was just started for the first time.
   *
   * @param stage its window
   * @param texts what it speaks
   * @param business the sample business that it will find
   * @param folder where the pictures and the report go
   */
  public Tour(Stage stage, Texts texts, SampleBusiness.Made business, Path folder) {
    this.folder = folder;
    this.sample = new Sample(business);
    this.stops = new Stops(folder, new Visitor(stage, texts));
  }

  /**
   * Goes on the tour.
   *
   * @return what was seen and what was not
   */
  public Report go() throws IOException {
    arrive();
    redeem();
    new Refusals(sample, stops).see();
    lookUp();
    stops.at("dark", v -> v.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L));
    stops.report().write(folder.resolve("report.json"));
    return stops.report();
  }

  private void arrive() {
    SampleBusiness.Account clerk = sample.account(CLERK);
    stops.at("first-run", v -> v.see("first-run.title"));
    stops.at(
        "sample",
        v -> {
          v.tabTo("trySample");
          v.press(KeyCode.ENTER);
          v.see("sign-in.title");
        });
    stops.at(
        "sign-in-refused",
        v -> {
          signIn(v, clerk.username(), "not-the-password");
          v.see("message", "sign-in.wrong");
        });
    stops.at(
        "sign-in",
        v -> {
          v.press(KeyCode.CONTROL, KeyCode.A);
          v.fill(clerk.password());
          v.press(KeyCode.ENTER);
          v.seeFace("voucher.ready.title", "voucher.ready.next", "");
        });
    stops.at("first-sync", v -> v.see("connection", "shell.online"));
  }

  private static void signIn(Visitor v, String username, String password) {
    v.tabTo("username");
    v.fill(username);
    v.press(KeyCode.TAB);
    v.fill(password);
    v.press(KeyCode.ENTER);
  }

  private void redeem() {
    String code = sample.code(SampleCase.GOOD);
    stops.at(
        "redeemed",
        v -> {
          v.scan(code);
          v.seeFace("voucher.word.redeemed", "voucher.redeemed.uses", code);
        });
    stops.at(
        "undone",
        v -> {
          v.press(KeyCode.CONTROL, KeyCode.Z);
          v.seeFace("voucher.word.undone", "voucher.undone.reason", "");
        });
  }

  private void lookUp() {
    String code = sample.code(SampleCase.USED_IN_PART);
    stops.at(
        "look-up",
        v -> {
          v.press(KeyCode.F6);
          v.scan(code);
          v.see("voucher.chip.look-up");
        });
    stops.at(
        "looked-up-redeemed",
        v -> {
          v.read();
          v.press(KeyCode.ENTER);
          v.seeFace("voucher.word.redeemed", "voucher.redeemed.uses-left", code);
          v.press(KeyCode.F6);
        });
  }
}
