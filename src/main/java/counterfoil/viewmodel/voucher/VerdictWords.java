package counterfoil.viewmodel.voucher;

import counterfoil.client.work.FaultKind;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.VerdictShape;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Sounds;
import counterfoil.viewmodel.voucher.ScanAnswer.Field;
import counterfoil.viewmodel.voucher.ScanAnswer.Stay;
import counterfoil.viewmodel.voucher.TicketFace.Act;
import counterfoil.viewmodel.voucher.TicketFace.Particular;
import counterfoil.viewmodel.voucher.TicketFace.Stub;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verdicts in the words, shapes and sounds of the counter. Decides nothing. */
public final class VerdictWords {
  private final ZoneId zone;
  private final InstantSource clock;
  private final Names names;
  private final Here here;
  private final RefusalWords refusals;
  private final StubWords stubs;

  /**
   * Where the reader stands.
   *
   * @param store this store's id
   * @param device this device's id
   */
  public record Here(String store, String device) {}

  /**
   * What the device still has to risk.
   *
   * @param usedFen value at risk, this one included
   * @param limitFen value that may be at risk
   * @param cacheAge age of what the decision was made on
   */
  public record Risk(long usedFen, long limitFen, Duration cacheAge) {}

  /**
   * Words for readers in {@code zone}.
   *
   * @param zone the tenant's zone (TZ-1)
   * @param clock what "50 minutes ago" is counted from
   */
  public VerdictWords(ZoneId zone, InstantSource clock, Names names, Here here) {
    this.zone = zone;
    this.clock = clock;
    this.names = names;
    this.here = here;
    this.refusals = new RefusalWords(names);
    this.stubs = new StubWords(names);
  }

  /**
   * Refused by the rules of the voucher.
   *
   * @param seen the voucher, null when there is none
   */
  public ScanAnswer refused(VoucherRefusal refusal, @Nullable SeenVoucher seen, String code) {
    RefusalWords.Words words = refusals.of(refusal);
    boolean mistyped = words.kind() == RefusalWords.Kind.MISTYPED;
    return answer(
        words,
        particulars(refusal),
        refusedStub(refusal, seen, code),
        mistyped ? Field.RESTORE : Field.CLEAR);
  }

  /** The redemption that stands tells more than the days that no longer matter (V19). */
  private Stub refusedStub(VoucherRefusal refusal, @Nullable SeenVoucher seen, String code) {
    if (seen == null) {
      return StubWords.codeAlone(code, List.of());
    }
    return refusal instanceof VoucherRefusal.AlreadyRedeemed(Redemption last, var _) && last != null
        ? stubs.taken(seen, code, last)
        : stubs.of(seen, code, Tone.NEUTRAL, List.of(), List.of());
  }

  /** Refused for now: offline, and {@code reason} says why it cannot go on without the server. */
  public ScanAnswer notNow(Wording reason, @Nullable SeenVoucher seen, String code) {
    Stub stub =
        seen == null
            ? StubWords.codeAlone(code, List.of())
            : stubs.of(seen, code, Tone.NEUTRAL, List.of(), List.of());
    return answer(RefusalWords.notNow(reason), List.of(), stub, Field.CLEAR);
  }

  private static ScanAnswer answer(
      RefusalWords.Words words, List<Particular> particulars, Stub stub, Field field) {
    return new ScanAnswer(
        new TicketFace.Verdict(
            words.kind().tone(),
            words.kind().shape(),
            words.word(),
            words.reason(),
            words.advice(),
            particulars,
            stub),
        words.kind().cue(),
        field,
        Stay.UNTIL_NEXT);
  }

  /** When, where and by whom it was redeemed before (V19). */
  private List<Particular> particulars(VoucherRefusal refusal) {
    if (!(refusal instanceof VoucherRefusal.AlreadyRedeemed(var last, _)) || last == null) {
      return List.of();
    }
    boolean sameStore = last.store().equals(here.store());
    boolean sameCounter = last.device().equals(here.device());
    String nearness =
        sameCounter
            ? "voucher.column.this-counter"
            : sameStore ? "voucher.column.this-store" : "voucher.column.other-store";
    return List.of(
        new Particular(
            Wording.of("voucher.column.when"),
            moment(last.redeemedAt()),
            Wording.of(
                "voucher.column.ago",
                new Wording.RoughSpan(Duration.between(last.redeemedAt(), clock.instant())))),
        new Particular(
            Wording.of("voucher.column.where"),
            Wording.Joined.of(
                Wording.literal(names.store(last.store())),
                Wording.literal(names.device(last.device()))),
            Wording.of(nearness)),
        new Particular(
            Wording.of("voucher.column.who"),
            Wording.literal(names.person(last.by())),
            names
                .staffNumber(last.by())
                .<Wording>map(number -> Wording.of("voucher.column.staff-number", number))
                .orElse(Wording.none())));
  }

  /** A technical fault (V18): what failed, what to do, and a number for support. */
  public ScanAnswer fault(FaultKind kind, String incident) {
    return new ScanAnswer(
        new TicketFace.Verdict(
            Tone.FAULT,
            VerdictShape.DIAMOND,
            Wording.of("voucher.word.fault"),
            FaultWords.what(kind),
            Wording.of("voucher.fault.line", FaultWords.advice(kind), incident),
            List.of(),
            new Stub(
                Wording.of("voucher.stub.fault"),
                Wording.none(),
                incident,
                List.of(),
                List.of(Act.COPY_FAULT))),
        Sounds.Cue.FAULT,
        Field.CLEAR,
        Stay.UNTIL_NEXT);
  }

  /** The person may redeem, but was given no store to do it in. */
  ScanAnswer noStore() {
    return answer(RefusalWords.noStore(), List.of(), Stub.EMPTY, Field.CLEAR);
  }

  /**
   * Stored value: the person names the amount (V27).
   *
   * @param leftFen what is left; null where not known
   * @param tooMuchFen the amount that was named and is more than that; null at first
   */
  ScanAnswer asksAmount(
      @Nullable SeenVoucher seen, String code, @Nullable Long leftFen, @Nullable Long tooMuchFen) {
    TicketFace face =
        new TicketFace.AskAmount(
            seen == null ? Wording.none() : Wording.literal(names.good(seen.voucher().good())),
            code,
            leftFen,
            tooMuchFen == null
                ? Wording.none()
                : Wording.of(
                    "voucher.amount.too-much",
                    new Wording.Amount(tooMuchFen),
                    new Wording.Amount(leftFen == null ? 0 : leftFen)),
            seen == null
                ? StubWords.codeAlone(code, List.of())
                : stubs.of(seen, code, Tone.NEUTRAL, List.of(), List.of()));
    return new ScanAnswer(
        face,
        tooMuchFen == null ? Sounds.Cue.BOUNCE : Sounds.Cue.MISTYPED,
        Field.AMOUNT,
        Stay.UNTIL_NEXT);
  }

  /**
   * The server has not answered in time: neither done nor refused; the person chooses.
   *
   * @param mayHandOver whether serving fits into what may be risked
   */
  public ScanAnswer noAnswer(@Nullable SeenVoucher seen, String code, boolean mayHandOver) {
    List<Act> acts =
        mayHandOver ? List.of(Act.HAND_OVER, Act.DO_NOT_SERVE) : List.of(Act.DO_NOT_SERVE);
    return new ScanAnswer(
        new TicketFace.Verdict(
            Tone.NEUTRAL,
            VerdictShape.QUESTION,
            Wording.of("voucher.word.no-answer"),
            Wording.of("voucher.no-answer.reason"),
            Wording.of(mayHandOver ? "voucher.no-answer.line" : "voucher.no-answer.line-spent"),
            List.of(),
            seen == null
                ? StubWords.codeAlone(code, acts)
                : stubs.of(seen, code, Tone.NEUTRAL, List.of(), acts)),
        Sounds.Cue.FAULT,
        Field.CLEAR,
        Stay.UNTIL_NEXT);
  }

  /** Taken back. */
  public ScanAnswer undone() {
    return new ScanAnswer(
        new TicketFace.Verdict(
            Tone.NEUTRAL,
            VerdictShape.ARROWS,
            Wording.of("voucher.word.undone"),
            Wording.of("voucher.undone.reason"),
            Wording.of("voucher.undone.line", time(clock.instant())),
            List.of(),
            Stub.EMPTY),
        Sounds.Cue.BOUNCE,
        Field.CLEAR,
        Stay.UNTIL_NEXT);
  }

  /** A redemption that stands although it was to be taken back, and why. */
  ScanAnswer notUndone(Wording reason) {
    return new ScanAnswer(
        new TicketFace.Verdict(
            Tone.ELSE,
            VerdictShape.NO_ENTRY,
            Wording.of("voucher.word.not-undone"),
            reason,
            Wording.of("voucher.not-undone.advice"),
            List.of(),
            Stub.EMPTY),
        Sounds.Cue.HERE_NOT,
        Field.CLEAR,
        Stay.UNTIL_NEXT);
  }

  /** Where a look-up's answer comes from, and of when. */
  public Wording ground(boolean fromServer, Instant at) {
    return Wording.of(fromServer ? "voucher.look-up.server" : "voucher.look-up.cache", time(at));
  }

  private Wording.Time time(Instant at) {
    return new Wording.Time(at.atZone(zone).toLocalTime());
  }

  /** Today by the clock alone, other days with their date. */
  private Wording moment(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    boolean today = local.toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
    return today
        ? Wording.of("voucher.column.today", new Wording.Time(local.toLocalTime()))
        : new Wording.Moment(local);
  }
}
