package counterfoil.viewmodel.voucher;

import counterfoil.client.work.FaultKind;
import counterfoil.client.work.LookUp;
import counterfoil.client.work.RiskStanding;
import counterfoil.client.work.ScanOutcome;
import counterfoil.client.work.UndoOutcome;
import counterfoil.client.work.VoucherCard;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Undo;
import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Sounds;
import counterfoil.viewmodel.voucher.ScanAnswer.Field;
import counterfoil.viewmodel.voucher.ScanAnswer.Stay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What the counter's work came to, as an answer of the screen. Decides nothing. */
final class OutcomeWords {
  private final ZoneId zone;
  private final InstantSource clock;
  private final VerdictWords verdicts;
  private final RedeemedWords redeemed;
  private final LookUpWords lookUps;

  OutcomeWords(ZoneId zone, InstantSource clock, Names names, VerdictWords.Here here) {
    this.zone = zone;
    this.clock = clock;
    this.verdicts = new VerdictWords(zone, clock, names, here);
    this.redeemed = new RedeemedWords(zone, names);
    this.lookUps = new LookUpWords(zone, names);
  }

  ScanAnswer of(ScanOutcome outcome, String code) {
    return switch (outcome) {
      case ScanOutcome.Redeemed done -> redeemed(done, code);
      case ScanOutcome.Provisional(VoucherCard card, Redemption done, RiskStanding risk) ->
          redeemed.of(
              seen(card), in(done, Redemption.Mode.PROVISIONAL), code, Duration.ZERO, stake(risk));
      case ScanOutcome.Refused(VoucherRefusal refusal, VoucherCard card, boolean _) ->
          verdicts.refused(refusal, seenOrNone(card), code);
      case ScanOutcome.NotNow(ScanOutcome.Why why, VoucherCard card, RiskStanding _) ->
          verdicts.notNow(reason(why), seenOrNone(card), code);
      case ScanOutcome.Unanswered(
              String _,
              VoucherCard card,
              boolean mayHandOver,
              RiskStanding _) ->
          verdicts.noAnswer(seenOrNone(card), code, mayHandOver);
      case ScanOutcome.Mistyped _ -> verdicts.refused(new VoucherRefusal.Mistyped(), null, code);
      case ScanOutcome.AsksAmount(VoucherCard card, Money left, Money tooMuch) ->
          verdicts.asksAmount(seenOrNone(card), code, fen(left), fen(tooMuch));
      case ScanOutcome.NoStore() -> verdicts.noStore();
      case ScanOutcome.Fault(FaultKind kind, String incident) -> verdicts.fault(kind, incident);
    };
  }

  private static @Nullable Long fen(@Nullable Money money) {
    return money == null ? null : money.amount();
  }

  private ScanAnswer redeemed(ScanOutcome.Redeemed outcome, String code) {
    Redemption.Mode mode =
        switch (outcome.certainty()) {
          case ONLINE -> Redemption.Mode.ONLINE;
          case LEASED -> Redemption.Mode.LEASED;
        };
    VoucherCard card = outcome.card();
    Redemption done = in(outcome.redemption(), mode);
    return card == null
        ? redeemed.unseen(done, code, outcome.latency())
        : redeemed.of(
            seen(card), done, code, outcome.latency(), new VerdictWords.Risk(0, 0, Duration.ZERO));
  }

  /** The certainty as it stands now, not as it was when the act was made. */
  private static Redemption in(Redemption one, Redemption.Mode mode) {
    return new Redemption(
        one.id(),
        one.voucher(),
        one.take(),
        one.store(),
        one.device(),
        one.by(),
        one.redeemedAt(),
        mode,
        one.undone());
  }

  private static VerdictWords.Risk stake(RiskStanding risk) {
    return new VerdictWords.Risk(
        risk.used().sum().amount(), risk.limit().sum().amount(), risk.cacheAge());
  }

  private static Wording reason(ScanOutcome.Why why) {
    return switch (why) {
      case NOT_KNOWN_HERE -> Wording.of("voucher.not-now.not-known");
      case SUM_SPENT -> Wording.of("voucher.not-now.sum");
      case NUMBER_SPENT -> Wording.of("voucher.not-now.number");
      case ITEM_TOO_DEAR -> Wording.of("voucher.not-now.dear");
      case CACHE_TOO_OLD -> Wording.of("voucher.not-now.old");
      case CLOCK_OFF -> Wording.of("voucher.not-now.clock");
      case GUESSABLE -> Wording.of("voucher.not-now.guessable");
      case STORED_VALUE -> Wording.of("voucher.not-now.value");
      case READING_ONLY -> Wording.of("voucher.not-now.reading");
    };
  }

  ScanAnswer of(UndoOutcome outcome) {
    return switch (outcome) {
      case UndoOutcome.Undone _ -> verdicts.undone();
      case UndoOutcome.Refused(Undo.Why why) -> verdicts.notUndone(stands(why));
      case UndoOutcome.NotYours() -> verdicts.notUndone(Wording.of("voucher.not-undone.not-yours"));
      case UndoOutcome.Fault(FaultKind kind, String incident) -> verdicts.fault(kind, incident);
    };
  }

  private static Wording stands(Undo.Why why) {
    return switch (why) {
      case ALREADY_UNDONE -> Wording.of("voucher.not-undone.already");
      case OTHER_DEVICE -> Wording.of("voucher.not-undone.other-device");
      case TOO_LATE -> Wording.of("voucher.not-undone.late");
      case ALREADY_WITHDRAWN -> Wording.of("voucher.not-undone.withdrawn");
    };
  }

  /** There is nothing that this counter could take back. */
  ScanAnswer nothingToUndo() {
    return verdicts.notUndone(Wording.of("voucher.not-undone.not-yours"));
  }

  /** The choice that the person made no longer stands open. */
  ScanAnswer noChoiceOpen() {
    return verdicts.notNow(Wording.of("voucher.not-now.answered"), null, "");
  }

  /** The work broke off; the error window says more. */
  ScanAnswer brokenOff() {
    return verdicts.fault(FaultKind.BROKEN_OFF, "E-COUNTER");
  }

  ScanAnswer of(LookUp found, String code) {
    return switch (found) {
      case LookUp.Found(VoucherCard card, VoucherRefusal refusal, Duration age) ->
          looked(card, refusal, age, code);
      case LookUp.NotKnown _ ->
          verdicts.notNow(Wording.of("voucher.not-now.not-known"), null, code);
      case LookUp.Mistyped _ -> verdicts.refused(new VoucherRefusal.Mistyped(), null, code);
    };
  }

  private ScanAnswer looked(
      VoucherCard card, @Nullable VoucherRefusal refusal, Duration age, String code) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(zone).toLocalDate();
    TicketFace face =
        lookUps.of(seen(card), code, refusal, today, verdicts.ground(false, now.minus(age)));
    return new ScanAnswer(face, Sounds.Cue.BOUNCE, Field.HOLD, Stay.UNTIL_NEXT);
  }

  private static @Nullable SeenVoucher seenOrNone(@Nullable VoucherCard card) {
    return card == null ? null : seen(card);
  }

  private static SeenVoucher seen(VoucherCard card) {
    return new SeenVoucher(
        card.voucher(),
        card.price().amount(),
        card.buyer(),
        card.phoneTail(),
        card.order(),
        card.history().stream().filter(one -> !one.undone()).toList());
  }
}
