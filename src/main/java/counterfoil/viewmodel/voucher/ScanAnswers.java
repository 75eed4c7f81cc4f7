package counterfoil.viewmodel.voucher;

import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.VerdictShape;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Sounds;
import counterfoil.viewmodel.voucher.ScanAnswer.Field;
import counterfoil.viewmodel.voucher.ScanAnswer.Stay;
import java.time.Duration;
import java.util.List;

/** What the screen itself says of a scan before, or without, asking anybody. */
final class ScanAnswers {
  private ScanAnswers() {}

  /** The answer takes longer than a moment. */
  static TicketFace asking() {
    return face(
        Tone.NEUTRAL,
        VerdictShape.SCAN,
        "voucher.asking.word",
        Wording.of("voucher.asking.reason"),
        "voucher.asking.line");
  }

  /**
   * The same code again within the bounce window (V9).
   *
   * @param ago time since it was acted on
   * @param redeemed whether it was redeemed then
   */
  static ScanAnswer bounced(Duration ago, boolean redeemed) {
    Duration least = Duration.ofSeconds(1);
    Wording span = new Wording.RoughSpan(ago.compareTo(least) < 0 ? least : ago);
    return new ScanAnswer(
        face(
            Tone.NEUTRAL,
            VerdictShape.ARROWS,
            "voucher.word.again",
            Wording.of(redeemed ? "voucher.again.redeemed" : "voucher.again.other", span),
            "voucher.again.line"),
        Sounds.Cue.BOUNCE,
        Field.CLEAR,
        Stay.GLIMPSE);
  }

  /** No code could be read from a picture, and why. */
  static ScanAnswer unreadable(Wording why) {
    return nothingRead("voucher.picture.unread.word", why, "voucher.picture.unread.advice");
  }

  /** More characters came than any code has. */
  static ScanAnswer tooLong() {
    return nothingRead(
        "voucher.picture.unread.word",
        Wording.of("voucher.too-long.reason"),
        "voucher.too-long.advice");
  }

  private static ScanAnswer nothingRead(String word, Wording why, String advice) {
    return new ScanAnswer(
        face(Tone.ACCENT, VerdictShape.QUESTION, word, why, advice),
        Sounds.Cue.MISTYPED,
        Field.CLEAR,
        Stay.UNTIL_NEXT);
  }

  private static TicketFace.Verdict face(
      Tone tone, VerdictShape shape, String word, Wording reason, String line) {
    return new TicketFace.Verdict(
        tone, shape, Wording.of(word), reason, Wording.of(line), List.of(), TicketFace.Stub.EMPTY);
  }
}
