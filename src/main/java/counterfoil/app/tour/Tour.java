package counterfoil.app.tour;

import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.SampleCase;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.input.KeyCode;

/** Leads through the main job of the program, from the first run to the last setting. */
public final class Tour {
  private static final String CLERK = "linxiao";
  private static final String NO_CLERK = "sunyi";

  private final Backstage backstage;
  private final Sample sample;
  private final SampleBusiness.Account clerk;
  private final Stops stops;

  /**
   * A tour of a program that was just started for the first time.
   *
   * @param business the sample business that it will find
   * @param folder where the pictures and the report go
   */
  public Tour(Backstage backstage, SampleBusiness.Made business, Path folder) {
    this.backstage = backstage;
    this.sample = new Sample(business);
    this.clerk = sample.account(CLERK);
    this.stops = new Stops(folder, new Visitor(backstage));
  }

  /**
   * Goes on the tour.
   *
   * @return what was seen and what was not
   */
  public Report go() {
    arrive();
    redeem();
    photograph();
    storedValue();
    new Refusals(sample, stops).see();
    withoutTheRight();
    lookUp();
    new Outage(backstage, sample, stops, clerk).see();
    new Looks(backstage, sample, stops, clerk).see();
    return stops.report();
  }

  private void arrive() {
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
          v.signIn(clerk.username(), "not-the-password");
          v.see("message", "sign-in.wrong");
        });
    stops.at(
        "sign-in-help",
        v -> {
          v.tabTo("help");
          v.press(KeyCode.SPACE);
          v.see("sign-in.help.text");
        });
    stops.at(
        "sign-in",
        v -> {
          v.press(KeyCode.SPACE);
          v.tabTo("password");
          v.press(KeyCode.CONTROL, KeyCode.A);
          v.fill(clerk.password());
          v.press(KeyCode.ENTER);
          v.seeFace("voucher.ready.title", "voucher.ready.next", "");
        });
    stops.at("first-sync", v -> v.see("connection", "shell.online"));
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
        "just-scanned",
        v -> {
          v.scan(code);
          v.seeFace("voucher.word.again", "voucher.again.redeemed", code);
        });
    stops.at(
        "undo-asks-why",
        v -> {
          v.press(KeyCode.CONTROL, KeyCode.Z);
          v.see("voucher.undo.chip");
        });
    stops.at(
        "undone",
        v -> {
          v.type("1");
          v.press(KeyCode.ENTER);
          v.seeFace("voucher.word.undone", "voucher.undone.reason", "");
        });
  }

  private void photograph() {
    redeemed("photograph", (v, code) -> v.paste(Photograph.of(code)));
    redeemed("picture-file", (v, code) -> v.chooseFile(Photograph.of(code)));
    redeemed("scanner-without-enter", Visitor::scanWithoutEnd);
    redeemed(
        "typed-by-hand",
        (v, code) -> {
          v.type(
              code.substring(0, 4).toLowerCase(Locale.ROOT)
                  + " "
                  + code.substring(4, 8)
                  + "-"
                  + code.substring(8));
          v.press(KeyCode.ENTER);
        });
  }

  /** Whichever way a code comes in, it is redeemed. */
  private void redeemed(String name, BiConsumer<Visitor, String> bring) {
    String code = sample.code(SampleCase.GOOD);
    stops.at(
        name,
        v -> {
          bring.accept(v, code);
          v.seeFace("voucher.word.redeemed", "voucher.redeemed.uses", code);
        });
  }

  private void storedValue() {
    String code = sample.code(SampleCase.STORED_VALUE);
    stops.at(
        "stored-value",
        v -> {
          v.scan(code);
          v.see("voucher.amount.chip");
        });
    stops.at(
        "stored-value-too-much",
        v -> {
          v.type("9999");
          v.press(KeyCode.ENTER);
          v.see("voucher.amount.too-much");
        });
    stops.at(
        "stored-value-taken",
        v -> {
          v.type("88");
          v.press(KeyCode.ENTER);
          v.seeFace("voucher.word.redeemed", "voucher.redeemed.amount", code);
        });
  }

  /** Who may not redeem is shown no counter at all (V44). */
  private void withoutTheRight() {
    SampleBusiness.Account other = sample.account(NO_CLERK);
    stops.at(
        "no-right-to-redeem",
        v -> {
          leave(v);
          v.signIn(other.username(), other.password());
          v.see("inbox.title");
          v.seeNoNode("voucher");
        });
    stops.at(
        "the-clerk-again",
        v -> {
          leave(v);
          v.signIn(clerk.username(), clerk.password());
          v.seeFace("voucher.ready.title", "voucher.ready.next", "");
          v.see("connection", "shell.online");
        });
  }

  /** Signs out. */
  static void leave(Visitor v) {
    v.press(KeyCode.ALT, KeyCode.DIGIT2);
    v.see("inbox.title");
    v.tabTo("signOut");
    v.press(KeyCode.ENTER);
    v.see("sign-in.title");
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
