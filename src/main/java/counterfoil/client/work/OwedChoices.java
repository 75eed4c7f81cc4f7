package counterfoil.client.work;

import counterfoil.client.cache.CachedRedemption;
import counterfoil.client.cache.CommandState;
import counterfoil.client.session.Person;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.RedeemRequest;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.protocol.CommandResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Redemptions that the server has not answered, and of which nobody has said yet whether the goods
 * were handed over. They are read from the waiting acts, so that a restart forgets none.
 */
final class OwedChoices {
  private final Till till;
  private final Undoing undoing;
  private final ServersWord word;
  private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
  private final Map<VoucherCode, String> unknown = new ConcurrentHashMap<>();

  OwedChoices(Till till, Undoing undoing) {
    this.till = till;
    this.undoing = undoing;
    this.word = new ServersWord(till);
  }

  /** Commands that a choice is owed on, the oldest first. */
  List<String> owed() {
    return undecided().stream().map(each -> each.redemption().id()).toList();
  }

  private List<CachedRedemption> undecided() {
    return till.cache().redemptions().undecided().stream()
        .filter(each -> !inFlight.contains(each.redemption().id()))
        .toList();
  }

  /** The choice owed on the voucher of a scan: a second act on it would be one too many. */
  Optional<String> owedOn(Till.Scan scan) {
    Optional<String> voucher = scan.found().map(found -> found.id());
    String byCode = unknown.get(scan.code());
    return undecided().stream()
        .map(CachedRedemption::redemption)
        .filter(
            each -> voucher.filter(each.voucher()::equals).isPresent() || each.id().equals(byCode))
        .map(Redemption::id)
        .findFirst();
  }

  /** Waits for the server's word on an act that was just made. */
  Optional<CommandResult> await(Till.Scan scan) {
    if (scan.found().isEmpty()) {
      unknown.put(scan.code(), scan.id());
    }
    Optional<CommandResult> result = await(scan.id());
    if (result.isPresent()) {
      unknown.remove(scan.code());
    }
    return result;
  }

  private Optional<CommandResult> await(String command) {
    inFlight.add(command);
    try {
      return till.answers().await(command, Till.PATIENCE);
    } finally {
      inFlight.remove(command);
    }
  }

  /** Neither done nor refused; the person chooses. */
  ScanOutcome unanswered(String command, @Nullable VoucherCode code) {
    Optional<CachedRedemption> found = till.cache().redemptions().byId(command);
    boolean may =
        found.flatMap(each -> against(each.redemption(), worth(each))).isEmpty()
            && found.flatMap(this::card).isPresent();
    VoucherCard card =
        found.flatMap(each -> till.cards().card(each.redemption().voucher(), code)).orElse(null);
    return new ScanOutcome.Unanswered(command, card, may, till.risk().standing());
  }

  /** Asks the server again for its word on an act that a choice is owed on. */
  ScanOutcome ask(String command) {
    Optional<CommandResult> result = await(command);
    return result.isPresent() ? late(command, result.get()) : unanswered(command, null);
  }

  private ScanOutcome late(String command, CommandResult result) {
    Optional<CachedRedemption> kept = till.cache().redemptions().byId(command);
    if (kept.isEmpty()) {
      return word.of(forgotten(command), null, result, Duration.ZERO);
    }
    Redemption one = kept.get().redemption();
    return word.of(
        new RedeemRequest(
            command, one.take(), one.store(), one.device(), one.by(), one.redeemedAt(), one.mode()),
        null,
        result,
        Duration.between(one.redeemedAt(), till.clock().instant()));
  }

  /** A refused act leaves no redemption behind; only its id matters for the refusal's words. */
  private RedeemRequest forgotten(String command) {
    return new RedeemRequest(
        command,
        new Take.Uses(1),
        "",
        till.cache().device().id().orElse(""),
        till.person().map(person -> person.actor().user()).orElse(""),
        till.clock().instant(),
        Redemption.Mode.ONLINE);
  }

  ScanOutcome handOver(String command) {
    // Read before the answer: a refusal that comes in between takes the redemption away.
    Optional<CachedRedemption> found = till.cache().redemptions().byId(command);
    Optional<CommandResult> late = till.cache().outbox().result(command);
    if (late.isPresent()) {
      return late(command, late.get());
    }
    if (found.isEmpty()) {
      return till.notNow(ScanOutcome.Why.NOT_KNOWN_HERE, Optional.empty());
    }
    CachedRedemption kept = found.get();
    Optional<VoucherCard> card = card(kept);
    if (card.isEmpty()) {
      return till.notNow(ScanOutcome.Why.NOT_KNOWN_HERE, card);
    }
    Money worth = worth(kept);
    Optional<ScanOutcome.Why> against = against(kept.redemption(), worth);
    if (against.isPresent()) {
      return till.notNow(against.get(), card);
    }
    boolean waits =
        till.cache().database().write(tx -> till.cache().risk().handedOver(tx, command, worth));
    return waits
        ? new ScanOutcome.Provisional(card.get(), kept.redemption(), till.risk().standing())
        : late(command, till.cache().outbox().result(command).orElseThrow());
  }

  UndoOutcome doNotHandOver(String command) {
    Optional<Person> person = till.person();
    if (person.isEmpty()) {
      return new UndoOutcome.Fault(FaultKind.SIGNED_OUT, Faults.incident(FaultKind.SIGNED_OUT));
    }
    boolean refused =
        till.cache().outbox().state(command).filter(CommandState.REFUSED::equals).isPresent();
    if (refused) {
      till.cache().inbox().dismiss(command, till.clock().instant());
      return new UndoOutcome.Undone(null, true);
    }
    Optional<CachedRedemption> kept = till.cache().redemptions().byId(command);
    if (kept.isEmpty()) {
      return new UndoOutcome.NotYours();
    }
    String voucher = kept.get().redemption().voucher();
    return undoing.undo(voucher.isEmpty() ? null : voucher, command, "", person.get());
  }

  private Optional<VoucherCard> card(CachedRedemption kept) {
    return till.cards().card(kept.redemption().voucher(), null);
  }

  private Optional<ScanOutcome.Why> against(Redemption one, Money worth) {
    return till.cache()
        .vouchers()
        .byId(one.voucher())
        .flatMap(voucher -> till.risk().against(voucher.voucher(), worth));
  }

  private static Money worth(CachedRedemption kept) {
    return kept.voucher()
        .map(row -> row.worth().of(kept.redemption().take(), row.amount()))
        .orElse(Money.fen(0));
  }
}
