package counterfoil.viewmodel.voucher;

import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Worth;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.VerdictShape;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Sounds;
import counterfoil.viewmodel.voucher.ScanAnswer.Field;
import counterfoil.viewmodel.voucher.ScanAnswer.Stay;
import counterfoil.viewmodel.voucher.TicketFace.Act;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What is said of a redemption, by the ground that it stands on. Decides nothing. */
final class RedeemedWords {
  private final ZoneId zone;
  private final StubWords stubs;

  RedeemedWords(ZoneId zone, Names names) {
    this.zone = zone;
    this.stubs = new StubWords(names);
  }

  /** Redeemed, in whichever mode. */
  ScanAnswer of(
      SeenVoucher after,
      Redemption redemption,
      String code,
      Duration latency,
      VerdictWords.Risk risk) {
    return switch (redemption.mode()) {
      case ONLINE -> online(after, redemption, code, latency);
      case LEASED -> leased(after, redemption, code);
      case PROVISIONAL -> provisional(after, redemption, code, risk);
    };
  }

  private ScanAnswer online(SeenVoucher after, Redemption done, String code, Duration latency) {
    return new ScanAnswer(
        new TicketFace.Verdict(
            Tone.OK,
            VerdictShape.CIRCLE,
            Wording.of("voucher.word.redeemed"),
            taken(done.take(), after.voucher().worth()),
            Wording.of("voucher.redeemed.line", time(done.redeemedAt()), latency.toMillis()),
            List.of(),
            stubs.redeemed(after, done.take(), code, List.of(), List.of(Act.UNDO))),
        Sounds.Cue.OK,
        Field.CLEAR,
        Stay.FADE);
  }

  /** Redeemed on the server's word, of a voucher whose terms this device does not hold yet. */
  ScanAnswer unseen(Redemption done, String code, Duration latency) {
    return new ScanAnswer(
        new TicketFace.Verdict(
            Tone.OK,
            VerdictShape.CIRCLE,
            Wording.of("voucher.word.redeemed"),
            switch (done.take()) {
              case Take.Uses(int uses) -> Wording.of("voucher.redeemed.uses", uses);
              case Take.Amount(var amount) -> new Wording.Amount(amount.amount());
            },
            Wording.of("voucher.redeemed.line", time(done.redeemedAt()), latency.toMillis()),
            List.of(),
            StubWords.codeAlone(code, List.of(Act.UNDO))),
        Sounds.Cue.OK,
        Field.CLEAR,
        Stay.FADE);
  }

  private ScanAnswer leased(SeenVoucher after, Redemption done, String code) {
    return new ScanAnswer(
        new TicketFace.Verdict(
            Tone.OK,
            VerdictShape.SHIELD,
            Wording.of("voucher.word.redeemed"),
            Wording.of("voucher.leased.reason"),
            Wording.of("voucher.leased.line", time(done.redeemedAt())),
            List.of(),
            stubs.redeemed(after, done.take(), code, stubs.certain(), List.of(Act.UNDO))),
        Sounds.Cue.LEASED,
        Field.CLEAR,
        Stay.FADE);
  }

  private ScanAnswer provisional(
      SeenVoucher after, Redemption done, String code, VerdictWords.Risk risk) {
    return new ScanAnswer(
        new TicketFace.Verdict(
            Tone.WARN,
            VerdictShape.TRIANGLE,
            Wording.of("voucher.word.pending"),
            Wording.of("voucher.pending.reason"),
            Wording.of("voucher.pending.line", time(done.redeemedAt())),
            List.of(),
            stubs.redeemed(
                after, done.take(), code, stubs.atRisk(risk), List.of(Act.DO_NOT_SERVE))),
        Sounds.Cue.PROVISIONAL,
        Field.CLEAR,
        Stay.UNTIL_NEXT);
  }

  private static Wording taken(Take take, Worth left) {
    return switch (take) {
      case Take.Uses(int uses) ->
          left instanceof Worth.Uses(_, int rest) && rest > 0
              ? Wording.of("voucher.redeemed.uses-left", uses, rest)
              : Wording.of("voucher.redeemed.uses", uses);
      case Take.Amount(var amount) ->
          Wording.of(
              "voucher.redeemed.amount",
              new Wording.Amount(amount.amount()),
              new Wording.Amount(left instanceof Worth.Value(_, var rest) ? rest.amount() : 0));
    };
  }

  private Wording.Time time(Instant at) {
    return new Wording.Time(at.atZone(zone).toLocalTime());
  }
}
