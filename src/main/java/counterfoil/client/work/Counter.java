package counterfoil.client.work;

import counterfoil.client.cache.ActResult;
import counterfoil.client.cache.Cache;
import counterfoil.client.cache.CachedRedemption;
import counterfoil.client.cache.CachedVoucher;
import counterfoil.client.cache.CommandDraft;
import counterfoil.client.cache.CommandState;
import counterfoil.client.cache.Outbox;
import counterfoil.client.session.Person;
import counterfoil.client.session.ServerClock;
import counterfoil.client.session.Session;
import counterfoil.domain.calendar.TenantCalendar;
import counterfoil.domain.calendar.WorkCalendar;
import counterfoil.domain.money.Money;
import counterfoil.domain.rights.CommandType;
import counterfoil.domain.rights.Rights;
import counterfoil.domain.rights.Subject;
import counterfoil.domain.voucher.RedeemDecision;
import counterfoil.domain.voucher.RedeemRequest;
import counterfoil.domain.voucher.Redeeming;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Undo;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.domain.voucher.Worth;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.Problem;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.protocol.Refusals;
import counterfoil.protocol.UndoRedemption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The counter of this device. Each act is durable before it is sent; online the server's word is
 * shown, offline the same decision is made here and stands within the risk budget alone.
 */
public final class Counter implements VoucherScanning {
  private static final Logger LOG = LoggerFactory.getLogger(Counter.class);

  /** How long a person waits for the server's word. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int MOST_REASON = 500;

  private final Cache cache;
  private final Session session;
  private final ServerClock clock;
  private final Answers answers;
  private final Setting setting;
  private final Cards cards;
  private final RiskWatch risk;
  private final DayBook days;
  private final Map<String, Scan> unanswered = new ConcurrentHashMap<>();

  /**
   * What a counter is given by the program.
   *
   * @param ids makes UUIDv7 texts
   * @param work the published work calendar
   * @param store the store that the person chose; empty takes the first of the person's stores
   */
  public record Setting(
      Supplier<String> ids, WorkCalendar work, Supplier<Optional<String>> store) {}

  /** A counter over what {@code driver} sends. */
  public Counter(
      Cache cache, Session session, ServerClock clock, SyncDriver driver, Setting setting) {
    this(cache, session, clock, (Answers) driver, setting);
  }

  Counter(Cache cache, Session session, ServerClock clock, Answers answers, Setting setting) {
    this.cache = cache;
    this.session = session;
    this.clock = clock;
    this.answers = answers;
    this.setting = setting;
    this.cards = new Cards(cache);
    this.risk = new RiskWatch(cache, clock);
    this.days = new DayBook(cache, clock, cards, risk);
  }

  /** One scan: the code, the voucher where it is known here, who acts and where. */
  private record Scan(
      String id,
      VoucherCode code,
      Optional<CachedVoucher> found,
      Person person,
      String store,
      Instant at) {

    Take take() {
      return found
          .map(CachedVoucher::voucher)
          .map(voucher -> voucher.worth())
          .filter(worth -> !worth.spent())
          .<Take>map(
              worth ->
                  switch (worth) {
                    case Worth.Uses _ -> new Take.Uses(1);
                    case Worth.Value(Money _, Money left) -> new Take.Amount(left);
                  })
          .orElseGet(() -> new Take.Uses(1));
    }

    Money worth() {
      return found.map(voucher -> voucher.row().amount()).orElseGet(() -> Money.fen(0));
    }
  }

  @Override
  public ScanOutcome redeem(String typed, Source source) {
    Optional<Person> person = session.isOpen() ? session.person() : Optional.empty();
    if (person.isEmpty()) {
      return new ScanOutcome.Fault(FaultKind.SIGNED_OUT, incident(FaultKind.SIGNED_OUT));
    }
    Optional<VoucherCode> code = VoucherCode.of(typed);
    if (code.isEmpty()) {
      ScanOutcome outcome = new ScanOutcome.Mistyped(OptionalInt.empty());
      days.note(outcome, VoucherCode.normalise(typed));
      return outcome;
    }
    ScanOutcome outcome = redeem(scan(code.get(), person.get()));
    days.note(outcome, code.get().tail());
    return outcome;
  }

  private Scan scan(VoucherCode code, Person person) {
    return new Scan(
        setting.ids().get(),
        code,
        cache.vouchers().byCode(CodeHashes.of(code, person.grant().codeKeys())),
        person,
        store(person),
        clock.instant());
  }

  private String store(Person person) {
    return setting
        .store()
        .get()
        .filter(person.actor().stores()::contains)
        .or(() -> person.actor().stores().stream().sorted().findFirst())
        .orElse("");
  }

  private ScanOutcome redeem(Scan scan) {
    boolean may =
        Rights.mayCommand(
            scan.person().actor(),
            CommandType.VOUCHER_REDEEM,
            Subject.store(scan.person().actor().party(), scan.store()));
    if (!may) {
      return new ScanOutcome.Refused(
          new VoucherRefusal.RoleMayNotRedeem(), card(scan).orElse(null), false);
    }
    if (scan.person().readOnly() && !answers.online()) {
      return notNow(ScanOutcome.Why.READING_ONLY, scan);
    }
    return answers.online() ? online(scan) : offline(scan);
  }

  private ScanOutcome online(Scan scan) {
    ActResult act = act(scan, Redemption.Mode.ONLINE, Money.fen(0));
    if (act instanceof ActResult.NotStored notStored) {
      return fault(notStored);
    }
    Instant sent = clock.instant();
    return answers
        .await(scan.id(), PATIENCE)
        .map(result -> answered(scan, result, Duration.between(sent, clock.instant())))
        .orElseGet(() -> unanswered(scan));
  }

  private ScanOutcome unanswered(Scan scan) {
    unanswered.put(scan.id(), scan);
    boolean may =
        scan.found().isPresent()
            && risk.against(scan.found().get().voucher(), scan.worth()).isEmpty();
    return new ScanOutcome.Unanswered(scan.id(), card(scan).orElse(null), may, risk.standing());
  }

  /** The server's word. The person has seen a refusal, so it does not wait in the inbox. */
  private ScanOutcome answered(Scan scan, CommandResult result, Duration latency) {
    unanswered.remove(scan.id());
    return switch (result.outcome()) {
      case CommandResult.Applied _ -> {
        String voucher = result.target();
        VoucherCard card = voucher == null ? null : cards.card(voucher, scan.code()).orElse(null);
        yield new ScanOutcome.Redeemed(
            card,
            redemption(scan, voucher == null ? "" : voucher, Redemption.Mode.ONLINE),
            ScanOutcome.Certainty.ONLINE,
            latency);
      }
      case CommandResult.Refused(Problem problem) -> {
        ScanOutcome outcome = refused(scan, problem);
        if (!(outcome instanceof ScanOutcome.Fault)) {
          cache.inbox().dismiss(scan.id(), clock.instant());
        }
        yield outcome;
      }
    };
  }

  private ScanOutcome refused(Scan scan, Problem problem) {
    Optional<VoucherRefusal> refusal = Refusals.refusal(problem);
    if (refusal.isEmpty()) {
      LOG.warn("the server could not decide a redemption: {}", problem.code());
      return new ScanOutcome.Fault(
          FaultKind.SERVER, problem.text("incident").orElse(incident(FaultKind.SERVER)));
    }
    if (refusal.get() instanceof VoucherRefusal.Mistyped) {
      return new ScanOutcome.Mistyped(scan.code().suspectPosition());
    }
    return new ScanOutcome.Refused(refusal.get(), card(scan).orElse(null), true);
  }

  private ScanOutcome offline(Scan scan) {
    if (scan.found().isEmpty()) {
      return scan.code().mistyped()
          ? new ScanOutcome.Mistyped(scan.code().suspectPosition())
          : notNow(ScanOutcome.Why.NOT_KNOWN_HERE, scan);
    }
    CachedVoucher cached = scan.found().get();
    RedeemDecision decision =
        Redeeming.decide(cached.voucher(), request(scan, Redemption.Mode.PROVISIONAL), calendar());
    return switch (decision) {
      case RedeemDecision.Refused(VoucherRefusal refusal) ->
          new ScanOutcome.Refused(refusal, card(scan).orElse(null), false);
      case RedeemDecision.Unfit() -> notNow(ScanOutcome.Why.STORED_VALUE, scan);
      case RedeemDecision.Applied(var _, Redemption redemption) ->
          risk.against(cached.voucher(), scan.worth())
              .<ScanOutcome>map(why -> notNow(why, scan))
              .orElseGet(() -> provisional(scan, redemption));
    };
  }

  private ScanOutcome provisional(Scan scan, Redemption redemption) {
    ActResult act = act(scan, Redemption.Mode.PROVISIONAL, scan.worth());
    if (act instanceof ActResult.NotStored notStored) {
      return fault(notStored);
    }
    answers.acted();
    return new ScanOutcome.Provisional(
        cards.card(redemption.voucher(), scan.code()).orElseThrow(), redemption, risk.standing());
  }

  private ActResult act(Scan scan, Redemption.Mode mode, Money worth) {
    @Nullable String target = scan.found().map(CachedVoucher::id).orElse(null);
    return cache
        .outbox()
        .act(
            new CommandDraft(
                scan.id(),
                target,
                null,
                scan.at(),
                scan.person().actor().user(),
                worth,
                new RedeemVoucher(
                    target == null ? scan.code().text() : null,
                    scan.take(),
                    scan.store(),
                    scan.at(),
                    mode,
                    null)),
            Outbox.Effect.none());
  }

  private Redemption redemption(Scan scan, String voucher, Redemption.Mode mode) {
    return new Redemption(
        scan.id(),
        voucher,
        scan.take(),
        scan.store(),
        cache.device().id().orElse(""),
        scan.person().actor().user(),
        scan.at(),
        mode,
        false);
  }

  private ScanOutcome notNow(ScanOutcome.Why why, Scan scan) {
    return new ScanOutcome.NotNow(why, card(scan).orElse(null), risk.standing());
  }

  private Optional<VoucherCard> card(Scan scan) {
    return scan.found().map(cached -> cards.card(cached.id(), scan.code()).orElseThrow());
  }

  private static ScanOutcome fault(ActResult.NotStored notStored) {
    FaultKind kind = Faults.of(notStored.problem());
    return new ScanOutcome.Fault(kind, incident(kind));
  }

  private static String incident(FaultKind kind) {
    return Faults.incident(kind);
  }

  private RedeemRequest request(Scan scan, Redemption.Mode mode) {
    return new RedeemRequest(
        scan.id(),
        scan.take(),
        scan.store(),
        cache.device().id().orElse(""),
        scan.person().actor().user(),
        scan.at(),
        mode);
  }

  private TenantCalendar calendar() {
    ZoneId zone = cache.directory().zone();
    return new TenantCalendar(zone, setting.work());
  }

  @Override
  public LookUp lookUp(String typed) {
    Optional<VoucherCode> code = VoucherCode.of(typed);
    Optional<Person> person = session.isOpen() ? session.person() : Optional.empty();
    if (code.isEmpty()) {
      return new LookUp.Mistyped(OptionalInt.empty());
    }
    if (person.isEmpty()) {
      return new LookUp.NotKnown(risk.age());
    }
    Scan scan = scan(code.get(), person.get());
    if (scan.found().isEmpty()) {
      return code.get().mistyped()
          ? new LookUp.Mistyped(code.get().suspectPosition())
          : new LookUp.NotKnown(risk.age());
    }
    RedeemRequest asked = request(scan, Redemption.Mode.ONLINE);
    VoucherRefusal refusal =
        switch (Redeeming.decide(scan.found().get().voucher(), asked, calendar())) {
          case RedeemDecision.Refused(VoucherRefusal why) -> why;
          case RedeemDecision.Applied _, RedeemDecision.Unfit _ -> null;
        };
    return new LookUp.Found(cards.card(scan.found().get(), scan.code()), refusal, risk.age());
  }

  @Override
  public ScanOutcome handOver(String command) {
    Scan scan = unanswered.get(command);
    if (scan == null) {
      throw new IllegalArgumentException("no scan waits under this id");
    }
    Optional<CommandResult> late = cache.outbox().result(command);
    if (late.isPresent()) {
      return noted(scan, answered(scan, late.get(), Duration.between(scan.at(), clock.instant())));
    }
    if (scan.found().isEmpty()) {
      return notNow(ScanOutcome.Why.NOT_KNOWN_HERE, scan);
    }
    Optional<ScanOutcome.Why> against = risk.against(scan.found().get().voucher(), scan.worth());
    if (against.isPresent()) {
      return notNow(against.get(), scan);
    }
    boolean waits =
        cache.database().write(tx -> cache.risk().handedOver(tx, command, scan.worth()));
    if (!waits) {
      return noted(
          scan,
          answered(
              scan,
              cache.outbox().result(command).orElseThrow(),
              Duration.between(scan.at(), clock.instant())));
    }
    unanswered.remove(command);
    return noted(
        scan,
        new ScanOutcome.Provisional(
            card(scan).orElseThrow(),
            redemption(scan, scan.found().get().id(), Redemption.Mode.ONLINE),
            risk.standing()));
  }

  private ScanOutcome noted(Scan scan, ScanOutcome outcome) {
    days.note(outcome, scan.code().tail());
    return outcome;
  }

  @Override
  public UndoOutcome doNotHandOver(String command) {
    Scan scan = unanswered.remove(command);
    if (scan == null) {
      return new UndoOutcome.NotYours();
    }
    @Nullable String target = scan.found().map(CachedVoucher::id).orElse(null);
    boolean refused =
        cache.outbox().state(command).filter(CommandState.REFUSED::equals).isPresent();
    if (refused) {
      cache.inbox().dismiss(command, clock.instant());
      return new UndoOutcome.Undone(card(scan).orElse(null), true);
    }
    return undo(target, command, "", scan.person());
  }

  @Override
  public UndoOutcome undo(String redemption, String reason) {
    Optional<Person> person = session.isOpen() ? session.person() : Optional.empty();
    if (person.isEmpty()) {
      return new UndoOutcome.Fault(FaultKind.SIGNED_OUT, incident(FaultKind.SIGNED_OUT));
    }
    Optional<CachedRedemption> found = cache.redemptions().byId(redemption);
    Optional<CachedVoucher> voucher =
        found.flatMap(each -> cache.vouchers().byId(each.redemption().voucher()));
    if (found.isEmpty() || voucher.isEmpty()) {
      return new UndoOutcome.NotYours();
    }
    Undo.Request request =
        new Undo.Request(cache.device().id().orElse(""), clock.instant(), Undo.Mode.OWN_COUNTER);
    return switch (Undo.decide(
        voucher.get().voucher(), found.get().redemption(), null, request, false)) {
      case Undo.Refused(Undo.Why why) -> new UndoOutcome.Refused(why);
      case Undo.Undone _ -> undo(voucher.get().id(), redemption, reason, person.get());
    };
  }

  private UndoOutcome undo(
      @Nullable String voucher, String redemption, String reason, Person person) {
    String id = setting.ids().get();
    String told = reason.strip();
    String kept =
        told.substring(
            0,
            told.offsetByCodePoints(
                0, Math.min(MOST_REASON, told.codePointCount(0, told.length()))));
    ActResult act =
        cache
            .outbox()
            .act(
                new CommandDraft(
                    id,
                    voucher,
                    null,
                    clock.instant(),
                    person.actor().user(),
                    Money.fen(0),
                    new UndoRedemption(redemption, kept.isEmpty() ? null : kept)),
                Outbox.Effect.none());
    if (act instanceof ActResult.NotStored notStored) {
      FaultKind kind = Faults.of(notStored.problem());
      return new UndoOutcome.Fault(kind, incident(kind));
    }
    if (!answers.online()) {
      answers.acted();
      return new UndoOutcome.Undone(undone(voucher), false);
    }
    Optional<CommandResult> result = answers.await(id, PATIENCE);
    return result.isEmpty()
        ? new UndoOutcome.Undone(undone(voucher), false)
        : undone(voucher, id, result.get());
  }

  private UndoOutcome undone(@Nullable String voucher, String id, CommandResult result) {
    return switch (result.outcome()) {
      case CommandResult.Applied _ -> new UndoOutcome.Undone(undone(voucher), true);
      case CommandResult.Refused(Problem problem) -> {
        Optional<Undo.Why> why =
            Arrays.stream(Undo.Why.values())
                .filter(each -> each.code().equals(problem.code()))
                .findFirst();
        if (why.isPresent()) {
          cache.inbox().dismiss(id, clock.instant());
        }
        yield why.<UndoOutcome>map(UndoOutcome.Refused::new)
            .orElseGet(
                () ->
                    new UndoOutcome.Fault(
                        FaultKind.SERVER,
                        problem.text("incident").orElse(incident(FaultKind.SERVER))));
      }
    };
  }

  private @Nullable VoucherCard undone(@Nullable String voucher) {
    return voucher == null ? null : cards.card(voucher, null).orElse(null);
  }

  @Override
  public List<RecentScan> recent(int most) {
    return days.recent(most);
  }

  @Override
  public TodayFigures today() {
    return days.today();
  }

  @Override
  public Directory directory() {
    return cards;
  }
}
