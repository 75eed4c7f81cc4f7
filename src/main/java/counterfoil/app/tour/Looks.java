package counterfoil.app.tour;

import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.SampleCase;
import counterfoil.viewmodel.Language;
import javafx.scene.input.KeyCode;

/** The other screens, the other language, the other theme, larger, and in a small window. */
final class Looks {
  private final Backstage backstage;
  private final Sample sample;
  private final Stops stops;
  private final SampleBusiness.Account clerk;
  private boolean dark;

  Looks(Backstage backstage, Sample sample, Stops stops, SampleBusiness.Account clerk) {
    this.backstage = backstage;
    this.sample = sample;
    this.stops = stops;
    this.clerk = clerk;
  }

  void see() {
    face("zh", "redeemed", SampleCase.GOOD, "redeemed", "redeemed.uses");
    face("zh", "already", SampleCase.REDEEMED, "refused", "already.reason");
    face("zh", "wrong-store", SampleCase.OTHER_STORE, "not-here", "wrong-store.reason");
    face("zh", "long-name", SampleCase.LONG_NAME, "redeemed", "redeemed.uses");
    places("zh");
    switchLanguage();
    faces("en");
    provisional("en");
    places("en");
    settleAndComeBack("en");
    size();
  }

  private void places(String language) {
    stops.at(
        "settings-" + language,
        v -> {
          light(v);
          v.press(KeyCode.CONTROL, KeyCode.COMMA);
          v.see("settings.lead");
        });
    stops.at("settings-" + language + "-dark", this::inDark);
    stops.at(
        "about-" + language,
        v -> {
          light(v);
          v.press(KeyCode.ALT, KeyCode.DIGIT4);
          v.see("about.licence.name");
        });
    stops.at(
        "shortcuts-" + language,
        v -> {
          v.press(KeyCode.F1);
          v.see("shortcuts.everywhere");
        });
    stops.at(
        "counter-" + language,
        v -> {
          v.press(KeyCode.ESCAPE);
          v.press(KeyCode.ALT, KeyCode.DIGIT1);
          v.seeStill("scan");
        });
  }

  private void switchLanguage() {
    stops.at(
        "language",
        v -> {
          v.press(KeyCode.CONTROL, KeyCode.COMMA);
          v.see("settings.lead");
          v.tabTo("language");
          v.press(KeyCode.RIGHT);
          v.press(KeyCode.SPACE);
          v.seeLanguage(Language.EN);
        });
    stops.at(
        "counter-in-english",
        v -> {
          v.press(KeyCode.ALT, KeyCode.DIGIT1);
          v.seeStill("scan");
        });
  }

  /** An inbox in which nothing is left, and a sign-in that is refused. */
  private void settleAndComeBack(String language) {
    stops.at(
        "inbox-" + language,
        v -> {
          v.press(KeyCode.ALT, KeyCode.DIGIT2);
          v.see("inbox.advice.refused");
        });
    stops.at(
        "inbox-empty-" + language,
        v -> {
          v.tabTo("settle");
          v.press(KeyCode.ENTER);
          v.see("inbox.empty.title");
        });
    stops.at(
        "sign-in-refused-" + language,
        v -> {
          Tour.leave(v);
          v.signIn(clerk.username(), "not-the-password");
          v.see("message", "sign-in.wrong");
        });
    stops.at(
        "signed-in-" + language,
        v -> {
          v.press(KeyCode.CONTROL, KeyCode.A);
          v.fill(clerk.password());
          v.press(KeyCode.ENTER);
          v.seeFace("voucher.ready.title", "voucher.ready.next", "");
        });
  }

  private void faces(String language) {
    face(language, "redeemed", SampleCase.GOOD, "redeemed", "redeemed.uses");
    face(language, "already", SampleCase.REDEEMED, "refused", "already.reason");
    face(language, "expired", SampleCase.EXPIRED, "refused", "expired.reason");
    face(language, "wrong-store", SampleCase.OTHER_STORE, "not-here", "wrong-store.reason");
    face(language, "long-name", SampleCase.LONG_NAME, "redeemed", "redeemed.uses");
    face(language, "not-yet", SampleCase.NOT_YET_VALID, "not-yet", "not-yet.reason");
    String mistyped = Sample.mistyped(sample.code(SampleCase.GOOD));
    stops.at(
        "mistyped-" + language,
        v -> {
          light(v);
          v.scan(mistyped);
          v.seeFace("voucher.word.mistyped", "voucher.mistyped.reason", mistyped);
          v.press(KeyCode.ESCAPE);
        });
    String code = sample.code(SampleCase.USED_IN_PART);
    stops.at(
        "look-up-" + language,
        v -> {
          v.press(KeyCode.F6);
          v.scan(code);
          v.see("voucher.chip.look-up");
        });
    stops.at("look-up-" + language + "-dark", this::inDark);
    stops.at(
        "ready-" + language,
        v -> {
          light(v);
          v.press(KeyCode.F6);
          v.seeFace("voucher.ready.title", "voucher.ready.next", "");
        });
  }

  private void provisional(String language) {
    String code = sample.code(SampleCase.GOOD);
    stops.at(
        "network-lost-" + language,
        v -> {
          Outage.behindTheScene(backstage.line()::cut);
          v.see("connection", "shell.offline");
        });
    stops.at(
        "provisional-" + language,
        v -> {
          v.scan(code);
          v.seeFace("voucher.word.pending", "voucher.pending.reason", code);
        });
    stops.at("provisional-" + language + "-dark", this::inDark);
    stops.at(
        "network-back-" + language,
        v -> {
          light(v);
          Outage.behindTheScene(backstage.line()::mend);
          v.see("connection", "shell.online");
          v.seeSaid("queue", "shell.queue", 0);
        });
  }

  private void face(String language, String name, SampleCase wanted, String word, String reason) {
    String code = sample.code(wanted);
    stops.at(
        name + "-" + language,
        v -> {
          light(v);
          v.scan(code);
          v.seeFace("voucher.word." + word, "voucher." + reason, code);
        });
    stops.at(name + "-" + language + "-dark", this::inDark);
  }

  private void inDark(Visitor v) {
    dark = true;
    switchTheme(v);
  }

  private void light(Visitor v) {
    if (dark) {
      dark = false;
      switchTheme(v);
    }
  }

  private static void switchTheme(Visitor v) {
    v.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
  }

  private void size() {
    stops.at(
        "small-window",
        v -> {
          v.size(1_024, 768);
          v.seeNode("strip");
        });
    face("small", "already", SampleCase.REDEEMED, "refused", "already.reason");
    face("small", "redeemed", SampleCase.GOOD, "redeemed", "redeemed.uses");
    face("small", "wrong-store", SampleCase.OTHER_STORE, "not-here", "wrong-store.reason");
    String partly = sample.code(SampleCase.USED_IN_PART);
    stops.at(
        "look-up-small",
        v -> {
          light(v);
          v.press(KeyCode.F6);
          v.scan(partly);
          v.see("voucher.chip.look-up");
        });
    stops.at(
        "ready-small",
        v -> {
          v.press(KeyCode.F6);
          v.seeFace("voucher.ready.title", "voucher.ready.next", "");
        });
    stops.at(
        "scale-150",
        v -> {
          v.size(1_440, 900);
          v.press(KeyCode.CONTROL, KeyCode.COMMA);
          v.see("settings.lead");
          v.tabTo("scale");
          v.press(KeyCode.RIGHT);
          v.press(KeyCode.RIGHT);
          v.press(KeyCode.SPACE);
          v.read();
        });
    String large = sample.code(SampleCase.GOOD);
    stops.at(
        "counter-at-150",
        v -> {
          v.press(KeyCode.ALT, KeyCode.DIGIT1);
          v.seeNode("scan");
          v.scan(large);
          v.seeFace("voucher.word.redeemed", "voucher.redeemed.uses", large);
        });
  }
}
