package counterfoil.viewmodel.voucher;

import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.viewmodel.Mark;
import counterfoil.viewmodel.RefusalNames;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.VerdictShape;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Sounds;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of each refusal: what, and what to do (V17). Blames nobody. */
final class RefusalWords {
  private final Names names;

  RefusalWords(Names names) {
    this.names = names;
  }

  /** How a refusal looks and sounds. */
  enum Kind {
    /** For good: no other counter and no other day will take it. */
    FOR_GOOD(Tone.BAD, Mark.REFUSED, VerdictShape.OCTAGON, Sounds.Cue.REFUSED),
    /** Good elsewhere or later. */
    HERE_NOT(Tone.ELSE, Mark.HERE_NOT, VerdictShape.NO_ENTRY, Sounds.Cue.HERE_NOT),
    /** Nothing was looked up. */
    MISTYPED(Tone.ACCENT, Mark.QUESTION, VerdictShape.QUESTION, Sounds.Cue.MISTYPED);

    private final Tone tone;
    private final Mark mark;
    private final VerdictShape shape;
    private final Sounds.Cue cue;

    Kind(Tone tone, Mark mark, VerdictShape shape, Sounds.Cue cue) {
      this.tone = tone;
      this.mark = mark;
      this.shape = shape;
      this.cue = cue;
    }

    Tone tone() {
      return tone;
    }

    Mark mark() {
      return mark;
    }

    VerdictShape shape() {
      return shape;
    }

    Sounds.Cue cue() {
      return cue;
    }
  }

  /**
   * What is said of a refusal.
   *
   * @param kind how it looks
   * @param word the verdict word
   * @param reason what
   * @param advice what to do
   */
  record Words(Kind kind, Wording word, Wording reason, Wording advice) {}

  /** The chip of a refusal of which only the code was kept. */
  static TicketFace.State state(String code) {
    Wording word = RefusalNames.of(code);
    Optional<VoucherRefusal.Reason> reason = VoucherRefusal.Reason.ofCode(code);
    if (reason.isEmpty()) {
      return chip(Kind.FOR_GOOD, Wording.of("voucher.chip.refused", word));
    }
    return switch (reason.get()) {
      case MISTYPED -> chip(Kind.MISTYPED, word);
      case NOT_YET_VALID, BLOCKED_DAY ->
          chip(Kind.HERE_NOT, Wording.of("voucher.chip.not-yet", word));
      case WRONG_STORE, LEASED_ELSEWHERE, LEASE_LOST, EXTERNAL, ROLE_MAY_NOT_REDEEM ->
          chip(Kind.HERE_NOT, Wording.of("voucher.chip.not-here", word));
      case UNKNOWN, ALREADY_REDEEMED, EXPIRED, REFUNDED, FROZEN ->
          chip(Kind.FOR_GOOD, Wording.of("voucher.chip.refused", word));
    };
  }

  private static TicketFace.State chip(Kind kind, Wording word) {
    return new TicketFace.State(kind.tone(), kind.mark(), word);
  }

  Words of(VoucherRefusal refusal) {
    return switch (refusal) {
      case VoucherRefusal.Unknown() -> forGood("voucher.unknown.reason", "voucher.unknown.advice");
      case VoucherRefusal.Mistyped() ->
          new Words(
              Kind.MISTYPED,
              Wording.of("voucher.word.mistyped"),
              Wording.of("voucher.mistyped.reason"),
              Wording.of("voucher.mistyped.line"));
      case VoucherRefusal.AlreadyRedeemed already ->
          forGood("voucher.already.reason", "voucher.already.advice");
      case VoucherRefusal.Expired(var lastDay) ->
          forGood(
              Wording.of("voucher.expired.reason", new Wording.ShortDay(lastDay)),
              "voucher.expired.advice");
      case VoucherRefusal.Refunded() -> forGood("voucher.refunded.reason", "voucher.seller.advice");
      case VoucherRefusal.Frozen() -> forGood("voucher.frozen.reason", "voucher.seller.advice");
      case VoucherRefusal.NotYetValid(var firstDay) ->
          notYet(
              Wording.of("voucher.not-yet.reason", new Wording.ShortDay(firstDay)),
              Wording.of("voucher.not-yet.advice"));
      case VoucherRefusal.BlockedDay(var day, var why) ->
          notYet(blocked(day, why), Wording.of("voucher.blocked.advice"));
      case VoucherRefusal.WrongStore(var stores) ->
          notHere(
              Wording.of("voucher.wrong-store.reason", storeNames(stores)),
              Wording.of("voucher.wrong-store.advice"));
      case VoucherRefusal.LeasedElsewhere elsewhere ->
          notHere(
              Wording.of("voucher.leased-elsewhere.reason", names.device(elsewhere.device())),
              Wording.of("voucher.leased-elsewhere.advice", names.device(elsewhere.device())));
      case VoucherRefusal.LeaseLost() ->
          notHere(Wording.of("voucher.lease-lost.reason"), Wording.of("voucher.lease-lost.advice"));
      case VoucherRefusal.External() ->
          notHere(Wording.of("voucher.external.reason"), Wording.of("voucher.external.advice"));
      case VoucherRefusal.RoleMayNotRedeem() ->
          notHere(Wording.of("voucher.role.reason"), Wording.of("voucher.role.advice"));
    };
  }

  private static Wording blocked(LocalDate day, VoucherRefusal.BlockedDay.Why why) {
    return switch (why) {
      case WEEKDAY -> Wording.of("voucher.blocked.weekday", new Wording.WeekdayName(day));
      case HOLIDAY -> Wording.of("voucher.blocked.holiday");
      case CALENDAR_UNPUBLISHED -> Wording.of("voucher.blocked.unpublished");
    };
  }

  private Wording storeNames(Set<String> stores) {
    List<String> sorted = stores.stream().map(names::store).sorted().toList();
    int most = 2;
    if (sorted.size() > most) {
      return Wording.of("voucher.wrong-store.several", sorted.getFirst(), sorted.size());
    }
    return Wording.literal(sorted.stream().collect(Collectors.joining(" · ")));
  }

  private static Words forGood(String reason, String advice) {
    return forGood(Wording.of(reason), advice);
  }

  private static Words forGood(Wording reason, String advice) {
    return new Words(Kind.FOR_GOOD, Wording.of("voucher.word.refused"), reason, Wording.of(advice));
  }

  private static Words notHere(Wording reason, Wording advice) {
    return new Words(Kind.HERE_NOT, Wording.of("voucher.word.not-here"), reason, advice);
  }

  private static Words notYet(Wording reason, Wording advice) {
    return new Words(Kind.HERE_NOT, Wording.of("voucher.word.not-yet"), reason, advice);
  }

  /** The person was given no store. */
  static Words noStore() {
    return notHere(Wording.of("voucher.no-store.reason"), Wording.of("voucher.no-store.advice"));
  }

  /** Refused for now because there is neither network nor a ground to go without it. */
  static Words notNow(Wording reason) {
    return new Words(
        Kind.HERE_NOT,
        Wording.of("voucher.word.not-now"),
        reason,
        Wording.of("voucher.not-now.advice"));
  }
}
