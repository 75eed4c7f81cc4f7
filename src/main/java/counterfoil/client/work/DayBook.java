package counterfoil.client.work;

import counterfoil.client.cache.ActResult;
import counterfoil.client.cache.Cache;
import counterfoil.client.cache.CachedRedemption;
import counterfoil.client.cache.CommandDraft;
import counterfoil.client.cache.RedemptionStore;
import counterfoil.client.cache.ScanLogStore;
import counterfoil.client.cache.StorageFailure;
import counterfoil.client.cache.StorageProblem;
import counterfoil.client.cache.VaultLocked;
import counterfoil.client.session.ServerClock;
import counterfoil.domain.money.Money;
import counterfoil.domain.rights.CommandType;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Undo;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.domain.voucher.Worth;
import counterfoil.protocol.VoucherRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The day of this device (V37): redemptions and the scans that left none are read from the cache,
 * so that they outlive the program.
 */
final class DayBook {
  private static final Logger LOG = LoggerFactory.getLogger(DayBook.class);
  private static final int PAGE = 500;
  private static final int HOURS = 24;
  private static final int TAIL = 4;
  private static final String MISTYPED = "voucher-mistyped";
  private static final String NO_STORE = "no-store";

  private final Cache cache;
  private final ServerClock clock;
  private final Cards cards;
  private final RiskWatch risk;
  private final Answers answers;
  private final RefusalNotes notes;

  DayBook(Till till) {
    this.cache = till.cache();
    this.clock = till.clock();
    this.cards = till.cards();
    this.risk = till.risk();
    this.answers = till.answers();
    this.notes = new RefusalNotes(till);
  }

  /**
   * Notes a scan that left no redemption, and hands its outcome on. A refusal of this device alone
   * is told the server too (V31).
   */
  ScanOutcome noted(ScanOutcome outcome, String typed) {
    try {
      note(outcome, typed);
    } catch (VaultLocked _) {
      LOG.warn("a scan is missing in the figures of the day: locked meanwhile");
    }
    return outcome;
  }

  private void note(ScanOutcome outcome, String typed) {
    Instant now = clock.instant();
    switch (outcome) {
      case ScanOutcome.Refused(VoucherRefusal refusal, VoucherCard card, boolean byServer) -> {
        var entry = entry(now, RecentScan.Result.REFUSED, refusal.code(), card, typed);
        add(entry, byServer ? Optional.empty() : draft(entry, typed, refusal.code(), card));
      }
      case ScanOutcome.NotNow(ScanOutcome.Why why, VoucherCard card, RiskStanding _) -> {
        var entry = entry(now, RecentScan.Result.NOT_NOW, word(why), card, typed);
        add(entry, draft(entry, typed, word(why), card));
      }
      case ScanOutcome.Mistyped _ -> {
        var entry = entry(now, RecentScan.Result.MISTYPED, MISTYPED, null, typed);
        add(entry, draft(entry, typed, MISTYPED, null));
      }
      case ScanOutcome.Fault _ ->
          add(entry(now, RecentScan.Result.FAULT, null, null, typed), Optional.empty());
      case ScanOutcome.NoStore _ ->
          add(entry(now, RecentScan.Result.REFUSED, NO_STORE, null, typed), Optional.empty());
      case ScanOutcome.Redeemed _,
          ScanOutcome.Provisional _,
          ScanOutcome.Unanswered _,
          ScanOutcome.AsksAmount _ -> {}
    }
  }

  private static ScanLogStore.Entry entry(
      Instant at,
      RecentScan.Result result,
      @Nullable String reason,
      @Nullable VoucherCard card,
      String typed) {
    String code = VoucherCode.normalise(typed);
    return new ScanLogStore.Entry(
        at,
        result.name(),
        reason,
        card == null ? null : card.voucher().good(),
        code.substring(Math.max(0, code.length() - TAIL)));
  }

  private Optional<CommandDraft> draft(
      ScanLogStore.Entry entry, String typed, String refusal, @Nullable VoucherCard card) {
    return notes.draft(typed, refusal, card == null ? null : card.voucher().id(), entry.at());
  }

  private static String word(ScanOutcome.Why why) {
    return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One transaction: the figures of the day, and the act where there is one to send. */
  private void add(ScanLogStore.Entry entry, Optional<CommandDraft> draft) {
    try {
      if (draft.isEmpty()) {
        cache.scans().add(entry);
        return;
      }
      ActResult act = cache.outbox().act(draft.get(), tx -> cache.scans().add(tx, entry));
      switch (act) {
        case ActResult.Durable _ -> answers.acted();
        case ActResult.NotStored(StorageProblem problem) -> lacking(problem);
      }
    } catch (StorageFailure failure) {
      lacking(failure.problem());
    }
  }

  /** The person has the verdict; only the day's figures and the server's record lack it. */
  private static void lacking(StorageProblem problem) {
    LOG.warn("a scan is missing in the figures of the day: {}", problem);
  }

  private RecentScan scan(ScanLogStore.Entry entry) {
    return new RecentScan(
        entry.at(),
        entry.good() == null ? null : cards.good(entry.good()),
        entry.codeTail(),
        RecentScan.Result.valueOf(entry.result()),
        entry.reason(),
        null,
        null,
        null,
        false);
  }

  List<RecentScan> recent(int most) {
    String device = cache.device().id().orElse("");
    Set<String> told = new HashSet<>();
    Stream<RecentScan> redeemed =
        cache.redemptions().recent(device, null, most).stream()
            .map(each -> scan(each, told.add(each.redemption().voucher()) ? left(each) : null));
    Stream<RecentScan> without = cache.scans().newest(most).stream().map(this::scan);
    return Stream.concat(disputed(most), Stream.concat(redeemed, without))
        .sorted(Comparator.comparing(RecentScan::at).reversed())
        .limit(most)
        .toList();
  }

  /** What was served and then refused leaves no redemption; it stays in sight until settled. */
  private Stream<RecentScan> disputed(int most) {
    return new RefusedActs(cache, clock, cards)
        .entries(most).stream()
            .filter(act -> act.type().equals(CommandType.VOUCHER_REDEEM.wire()))
            .map(DayBook::scan);
  }

  private static RecentScan scan(RefusedAct act) {
    VoucherCard card = act.card();
    return new RecentScan(
        act.actedAt(),
        card == null ? null : card.good(),
        card == null ? "" : card.code().substring(Math.max(0, card.code().length() - TAIL)),
        RecentScan.Result.DISPUTED,
        act.code(),
        card == null ? null : card.price(),
        null,
        null,
        false);
  }

  /** Waiting acts count: the row of the feed may be older than the answer. */
  private @Nullable Worth left(CachedRedemption cached) {
    return cache
        .vouchers()
        .byId(cached.redemption().voucher())
        .map(each -> each.voucher().worth())
        .orElse(null);
  }

  private RecentScan scan(CachedRedemption cached, @Nullable Worth left) {
    Redemption redemption = cached.redemption();
    boolean young = !clock.instant().isAfter(redemption.redeemedAt().plus(Undo.WINDOW));
    return new RecentScan(
        redemption.redeemedAt(),
        cached.voucher().map(VoucherRow::good).map(cards::good).orElse(null),
        cached.voucher().map(VoucherRow::codeTail).orElse(""),
        result(cached),
        null,
        redemption.undone() ? null : worth(cached),
        left,
        redemption.id(),
        young && !redemption.undone() && result(cached) != RecentScan.Result.UNANSWERED);
  }

  private static RecentScan.Result result(CachedRedemption cached) {
    if (cached.redemption().undone()) {
      return RecentScan.Result.UNDONE;
    }
    return switch (cached.redemption().mode()) {
      case LEASED -> RecentScan.Result.LEASED;
      case ONLINE -> online(cached);
      case PROVISIONAL ->
          cached.waiting() ? RecentScan.Result.PROVISIONAL : RecentScan.Result.REDEEMED;
    };
  }

  private static RecentScan.Result online(CachedRedemption cached) {
    if (!cached.waiting()) {
      return RecentScan.Result.REDEEMED;
    }
    return cached.atRisk() ? RecentScan.Result.PROVISIONAL : RecentScan.Result.UNANSWERED;
  }

  private static Money worth(CachedRedemption cached) {
    Take take = cached.redemption().take();
    return cached
        .voucher()
        .map(row -> row.worth().of(take, row.amount()))
        .orElseGet(() -> take instanceof Take.Amount(Money amount) ? amount : Money.fen(0));
  }

  TodayFigures today() {
    ZoneId zone = cache.directory().zone();
    Instant now = clock.instant();
    LocalDate day = now.atZone(zone).toLocalDate();
    Instant start = day.atStartOfDay(zone).toInstant();
    List<Long> byHour = new ArrayList<>(Collections.nCopies(HOURS, 0L));
    Map<String, Long> byGood = new HashMap<>();
    long redeemed = 0;
    Money amount = Money.fen(0);
    for (CachedRedemption each : since(start)) {
      redeemed++;
      amount = amount.plus(worth(each));
      int hour = each.redemption().redeemedAt().atZone(zone).getHour();
      byHour.set(hour, byHour.get(hour) + 1);
      each.voucher().ifPresent(row -> byGood.merge(cards.good(row.good()), 1L, Long::sum));
    }
    Map<String, Long> byReason = new HashMap<>();
    cache.scans().since(start).stream()
        .map(ScanLogStore.Entry::reason)
        .forEach(
            reason -> {
              if (reason != null) {
                byReason.merge(reason, 1L, Long::sum);
              }
            });
    long refused = byReason.values().stream().mapToLong(Long::longValue).sum();
    return new TodayFigures(
        day,
        now.atZone(zone).getHour(),
        redeemed,
        refused,
        amount,
        byHour,
        byReason,
        byGood,
        risk.standing());
  }

  /** Redemptions of this device that stand, from an instant on. */
  private List<CachedRedemption> since(Instant start) {
    String device = cache.device().id().orElse("");
    List<CachedRedemption> found = new ArrayList<>();
    RedemptionStore.Key before = null;
    while (true) {
      List<CachedRedemption> page = cache.redemptions().recent(device, before, PAGE);
      for (CachedRedemption each : page) {
        if (each.redemption().redeemedAt().isBefore(start)) {
          return found;
        }
        if (!each.redemption().undone()) {
          found.add(each);
        }
      }
      if (page.size() < PAGE) {
        return found;
      }
      Redemption last = page.getLast().redemption();
      before = new RedemptionStore.Key(last.redeemedAt(), last.id());
    }
  }
}
