package counterfoil.app.tour;

import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.SampleCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.scene.input.KeyCode;

/**
 * Loses the network, goes on without it, signs in and starts without it, and gets it back: what was
 * done waits in the queue, then reaches the server, and what lost there is in the inbox (V30 to
 * V36).
 */
final class Outage {
  private static final int WAITING = 2;

  /** Scans that this device refuses alone while the line is cut; the server is told later. */
  private static final int REFUSED = 3;

  private final Backstage backstage;
  private final Sample sample;
  private final Stops stops;
  private final SampleBusiness.Account clerk;

  Outage(Backstage backstage, Sample sample, Stops stops, SampleBusiness.Account clerk) {
    this.backstage = backstage;
    this.sample = sample;
    this.stops = stops;
    this.clerk = clerk;
  }

  void see() {
    goOn();
    leaveAndComeBack();
    getItBack();
    noAnswer();
  }

  /** Something done to the line, which may fail. */
  interface Work {
    void now() throws IOException;
  }

  static void behindTheScene(Work work) {
    try {
      work.now();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void goOn() {
    stops.at(
        "network-lost",
        v -> {
          behindTheScene(backstage.line()::cut);
          v.see("connection", "shell.offline");
        });
    provisional("provisional", sample.code(SampleCase.GOOD));
    String contested = sample.code(SampleCase.GOOD);
    provisional("provisional-contested", contested);
    stops.at(
        "queue-waits",
        v -> {
          behindTheScene(() -> backstage.redeemElsewhere(contested));
          v.seeSaid("queue", "shell.queue", WAITING);
        });
    refused("known-redeemed", SampleCase.REDEEMED, "refused", "already.reason");
    refused("stored-value", SampleCase.STORED_VALUE, "not-now", "not-now.value");
    String unknown = Sample.unknown(2);
    stops.at(
        "offline-not-known",
        v -> {
          v.scan(unknown);
          v.seeFace("voucher.word.not-now", "voucher.not-now.not-known", unknown);
        });
  }

  private void provisional(String name, String code) {
    stops.at(
        name,
        v -> {
          v.scan(code);
          v.seeFace("voucher.word.pending", "voucher.pending.reason", code);
        });
  }

  private void refused(String name, SampleCase wanted, String word, String reason) {
    String code = sample.code(wanted);
    stops.at(
        "offline-" + name,
        v -> {
          v.scan(code);
          v.seeFace("voucher.word." + word, "voucher." + reason, code);
        });
  }

  private void leaveAndComeBack() {
    stops.at("signed-out-offline", Tour::leave);
    stops.at("signed-in-offline", this::signInOffline);
    stops.at(
        "started-again",
        v -> {
          backstage.startAgain();
          v.see("first-run.title");
          v.tabTo("trySample");
          v.press(KeyCode.ENTER);
          v.see("sign-in.title");
        });
    stops.at("kept-everything", this::signInOffline);
  }

  private void signInOffline(Visitor v) {
    v.signIn(clerk.username(), clerk.password());
    v.seeSaid("queue", "shell.queue", WAITING + REFUSED);
  }

  /** Who signed in without the server signs in again once it is there, for it gave no tokens. */
  private void getItBack() {
    stops.at(
        "network-back",
        v -> {
          behindTheScene(backstage.line()::mend);
          Tour.leave(v);
        });
    stops.at(
        "queue-drained",
        v -> {
          v.signIn(clerk.username(), clerk.password());
          v.seeSaid("queue", "shell.queue", 0);
          v.see("connection", "shell.online");
          v.seeExactly("inboxCount", "1");
        });
    stops.at(
        "inbox",
        v -> {
          v.press(KeyCode.ALT, KeyCode.DIGIT2);
          v.see("inbox.settle");
        });
    stops.at(
        "back-at-the-counter",
        v -> {
          v.press(KeyCode.ALT, KeyCode.DIGIT1);
          v.seeNode("scan");
        });
  }

  private void noAnswer() {
    String code = sample.code(SampleCase.GOOD);
    stops.at(
        "no-answer",
        v -> {
          backstage.line().hold();
          v.scan(code);
          v.seeFace("voucher.word.no-answer", "voucher.no-answer.reason", code);
        });
    stops.at(
        "handed-over",
        v -> {
          v.press(KeyCode.CONTROL, KeyCode.ENTER);
          v.seeFace("voucher.word.pending", "voucher.pending.reason", code);
        });
    stops.at(
        "answer-came",
        v -> {
          backstage.line().release();
          v.seeSaid("queue", "shell.queue", 0);
          v.see("connection", "shell.online");
        });
  }
}
