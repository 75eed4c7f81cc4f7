package counterfoil.viewmodel.voucher;

import counterfoil.client.work.RiskStanding;
import counterfoil.client.work.TodayFigures;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Worth;
import counterfoil.viewmodel.Mark;
import counterfoil.viewmodel.RefusalNames;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.voucher.TicketFace.State;
import counterfoil.viewmodel.voucher.TicketFace.Stub;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The day's scans and figures of this counter in words (V37). */
final class DayWords {
  /** More than any window has room for; the totals count all. */
  private static final int MOST_ROWS = 12;

  private static final int OPENS = 9;
  private static final int CLOSES = 20;

  private final ZoneId zone;

  DayWords(ZoneId zone) {
    this.zone = zone;
  }

  RecentScan row(counterfoil.client.work.RecentScan scan) {
    Money amount = scan.amount();
    return new RecentScan(
        time(scan.at()),
        good(scan),
        scan.codeTail(),
        state(scan),
        amount == null ? Wording.none() : new Wording.PlainAmount(amount.amount()));
  }

  /** The last scan, as the stub of a ready ticket. */
  Stub last(counterfoil.client.work.RecentScan scan) {
    Money amount = scan.amount();
    return StubWords.last(
        time(scan.at()),
        good(scan),
        scan.codeTail(),
        state(scan),
        amount == null ? null : amount.amount(),
        scan.left(),
        scan.undoable());
  }

  /** The redemption that is to be taken back. */
  Stub undoes(counterfoil.client.work.RecentScan scan) {
    Stub last = last(scan);
    return new Stub(
        Wording.of("voucher.stub.undoes"), last.title(), last.code(), last.facts(), List.of());
  }

  private static Wording good(counterfoil.client.work.RecentScan scan) {
    return scan.good() == null ? Wording.none() : Wording.literal(scan.good());
  }

  private static State state(counterfoil.client.work.RecentScan scan) {
    return switch (scan.result()) {
      case REDEEMED -> new State(Tone.OK, Mark.OK, redeemed(scan.left()));
      case LEASED -> new State(Tone.OK, Mark.LEASED, Wording.of("voucher.chip.leased"));
      case PROVISIONAL ->
          new State(Tone.WARN, Mark.PROVISIONAL, Wording.of("voucher.chip.pending"));
      case UNANSWERED ->
          new State(Tone.NEUTRAL, Mark.QUESTION, Wording.of("voucher.chip.unanswered"));
      case REFUSED -> RefusalWords.state(scan.refusal() == null ? "" : scan.refusal());
      case NOT_NOW ->
          new State(
              Tone.ELSE,
              Mark.HERE_NOT,
              Wording.of("voucher.chip.not-now", Wording.of("voucher.short.offline")));
      case MISTYPED -> new State(Tone.ACCENT, Mark.QUESTION, Wording.of("voucher.short.mistyped"));
      case DISPUTED -> new State(Tone.WARN, Mark.DISPUTE, Wording.of("voucher.chip.disputed"));
      case UNDONE -> new State(Tone.NEUTRAL, Mark.UNDONE, Wording.of("voucher.chip.undone"));
      case FAULT -> new State(Tone.FAULT, Mark.FAULT, Wording.of("voucher.chip.fault"));
    };
  }

  /** With what is left, when the customer can come again. */
  private static Wording redeemed(@Nullable Worth left) {
    Wording alone = Wording.of("voucher.chip.redeemed");
    return switch (left) {
      case null -> alone;
      case Worth.Uses(_, int uses) ->
          uses == 0 ? alone : Wording.of("voucher.chip.redeemed-left", uses);
      case Worth.Value(_, Money value) ->
          value.amount() == 0
              ? alone
              : Wording.of("voucher.chip.redeemed-amount", new Wording.Amount(value.amount()));
    };
  }

  Today today(TodayFigures day) {
    int[] busy =
        IntStream.range(0, day.byHour().size()).filter(at -> day.byHour().get(at) > 0).toArray();
    int first = Math.min(OPENS, busy.length == 0 ? OPENS : busy[0]);
    int end = Math.max(CLOSES, busy.length == 0 ? CLOSES : busy[busy.length - 1]) + 1;
    return new Today(
        day.on(),
        day.redeemed(),
        day.refused(),
        day.amount().amount(),
        first,
        day.byHour().subList(first, Math.min(end, day.byHour().size())),
        day.hour(),
        counts(day.byReason(), RefusalNames::of),
        counts(day.byGood(), Wording::literal));
  }

  private static List<Today.Count> counts(Map<String, Long> by, Function<String, Wording> words) {
    return by.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_ROWS)
        .map(entry -> new Today.Count(words.apply(entry.getKey()), entry.getValue()))
        .toList();
  }

  OfflineCapacity offline(RiskStanding risk, Instant now) {
    long left = Math.max(0L, (long) risk.limit().number() - risk.used().number());
    return new OfflineCapacity(
        left, until(risk, now), risk.used().sum().amount(), risk.limit().sum().amount());
  }

  private Wording until(RiskStanding risk, Instant now) {
    Instant until = risk.until();
    if (until == null) {
      return Wording.of("voucher.offline.never-synced");
    }
    LocalDateTime at = LocalDateTime.ofInstant(until, zone);
    return at.toLocalDate().equals(now.atZone(zone).toLocalDate())
        ? Wording.of("voucher.column.today", new Wording.Clock(at.toLocalTime()))
        : new Wording.Moment(at);
  }

  private Wording.Time time(Instant at) {
    return new Wording.Time(at.atZone(zone).toLocalTime());
  }
}
