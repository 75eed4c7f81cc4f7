package counterfoil.client.work;

import counterfoil.client.cache.ActResult;
import counterfoil.client.cache.CachedVoucher;
import counterfoil.client.cache.CommandDraft;
import counterfoil.client.cache.Outbox;
import counterfoil.client.session.Person;
import counterfoil.domain.money.Money;
import counterfoil.domain.rights.CommandType;
import counterfoil.domain.rights.Rights;
import counterfoil.domain.rights.Subject;
import counterfoil.domain.voucher.RedeemDecision;
import counterfoil.domain.voucher.Redeeming;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.domain.voucher.Worth;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.RedeemVoucher;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Redeems: uses at once, stored value once a person has named the amount (V27). Decides here when
 * the server cannot be asked.
 */
final class Redeemer {
  private final Till till;
  private final OwedChoices choices;
  private final ServersWord word;

  Redeemer(Till till, OwedChoices choices) {
    this.till = till;
    this.choices = choices;
    this.word = new ServersWord(till);
  }

  /** One use of the voucher with this code; of stored value nothing is taken but asked for. */
  ScanOutcome redeem(String typed) {
    return begin(typed, (scan, _) -> uses(scan), null);
  }

  /** A part of a stored value. */
  ScanOutcome redeem(String typed, Money amount) {
    return begin(typed, this::amount, amount);
  }

  private ScanOutcome begin(
      String typed, BiFunction<Till.Scan, Money, ScanOutcome> act, @Nullable Money amount) {
    Optional<Person> person = till.person();
    if (person.isEmpty()) {
      return Till.fault(FaultKind.SIGNED_OUT);
    }
    Optional<VoucherCode> code = VoucherCode.of(typed);
    if (code.isEmpty()) {
      return new ScanOutcome.Mistyped(OptionalInt.empty());
    }
    Optional<String> store = till.store(person.get());
    boolean may =
        Rights.commands(person.get().actor()).contains(CommandType.VOUCHER_REDEEM)
            && store
                .map(
                    here ->
                        Rights.mayCommand(
                            person.get().actor(),
                            CommandType.VOUCHER_REDEEM,
                            Subject.store(person.get().actor().party(), here)))
                .orElse(true);
    Till.Scan scan = till.scan(code.get(), person.get(), store.orElse(""));
    if (!may) {
      return new ScanOutcome.Refused(
          new VoucherRefusal.RoleMayNotRedeem(), till.card(scan).orElse(null), false);
    }
    if (store.isEmpty()) {
      return new ScanOutcome.NoStore();
    }
    if (person.get().readOnly() && !till.answers().online()) {
      return notNow(ScanOutcome.Why.READING_ONLY, scan);
    }
    Optional<String> owed = choices.owedOn(scan);
    return owed.isPresent()
        ? choices.ask(owed.get())
        : act.apply(scan, amount == null ? Money.fen(0) : amount);
  }

  private ScanOutcome uses(Till.Scan scan) {
    if (value(scan).isPresent()) {
      return ask(scan);
    }
    return till.answers().online() ? online(scan, new Take.Uses(1)) : offline(scan);
  }

  private static Optional<Worth.Value> value(Till.Scan scan) {
    return scan.found()
        .map(each -> each.voucher().worth())
        .filter(Worth.Value.class::isInstance)
        .map(Worth.Value.class::cast);
  }

  /** Decides nothing: the person names the amount first. */
  private ScanOutcome ask(Till.Scan scan) {
    VoucherRefusal refusal = LookingUp.refusal(till, scan);
    if (refusal != null) {
      return new ScanOutcome.Refused(refusal, till.card(scan).orElse(null), false);
    }
    return till.answers().online()
        ? new ScanOutcome.AsksAmount(
            till.card(scan).orElse(null), value(scan).map(Worth.Value::left).orElse(null), null)
        : notNow(ScanOutcome.Why.STORED_VALUE, scan);
  }

  private ScanOutcome amount(Till.Scan scan, Money amount) {
    if (!till.answers().online()) {
      return notNow(ScanOutcome.Why.STORED_VALUE, scan);
    }
    Optional<Worth.Value> value = value(scan);
    if (value.isPresent() && amount.compareTo(value.get().left()) > 0) {
      return new ScanOutcome.AsksAmount(till.card(scan).orElse(null), value.get().left(), amount);
    }
    return online(scan, new Take.Amount(amount));
  }

  private ScanOutcome online(Till.Scan scan, Take take) {
    ActResult act = act(scan, take, Redemption.Mode.ONLINE, Money.fen(0));
    if (act instanceof ActResult.NotStored notStored) {
      return Till.fault(notStored);
    }
    Instant sent = till.clock().instant();
    Optional<CommandResult> result = choices.await(scan);
    return result.isEmpty()
        ? choices.unanswered(scan.id(), scan.code())
        : word.of(
            till.request(scan, take, Redemption.Mode.ONLINE),
            scan.code(),
            result.get(),
            Duration.between(sent, till.clock().instant()));
  }

  private ScanOutcome offline(Till.Scan scan) {
    if (scan.found().isEmpty()) {
      return scan.code().mistyped()
          ? new ScanOutcome.Mistyped(scan.code().suspectPosition())
          : notNow(ScanOutcome.Why.NOT_KNOWN_HERE, scan);
    }
    CachedVoucher cached = scan.found().get();
    Take one = new Take.Uses(1);
    RedeemDecision decision =
        Redeeming.decide(
            cached.voucher(),
            till.request(scan, one, Redemption.Mode.PROVISIONAL),
            till.calendar());
    return switch (decision) {
      case RedeemDecision.Refused(VoucherRefusal refusal) ->
          new ScanOutcome.Refused(refusal, till.card(scan).orElse(null), false);
      case RedeemDecision.Unfit() -> notNow(ScanOutcome.Why.STORED_VALUE, scan);
      case RedeemDecision.Applied(var _, Redemption redemption) ->
          till.risk()
              .against(cached.voucher(), worth(cached, one))
              .<ScanOutcome>map(why -> notNow(why, scan))
              .orElseGet(() -> provisional(scan, one, redemption, cached));
    };
  }

  private ScanOutcome provisional(
      Till.Scan scan, Take take, Redemption redemption, CachedVoucher cached) {
    ActResult act = act(scan, take, Redemption.Mode.PROVISIONAL, worth(cached, take));
    if (act instanceof ActResult.NotStored notStored) {
      return Till.fault(notStored);
    }
    till.answers().acted();
    return new ScanOutcome.Provisional(
        till.after(cached, scan), redemption, till.risk().standing());
  }

  private static Money worth(CachedVoucher cached, Take take) {
    return cached.voucher().worth().of(take, cached.row().amount());
  }

  private ActResult act(Till.Scan scan, Take take, Redemption.Mode mode, Money worth) {
    @Nullable String target = scan.found().map(CachedVoucher::id).orElse(null);
    return till.cache()
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
                    take,
                    scan.store(),
                    scan.at(),
                    mode,
                    null)),
            Outbox.Effect.none());
  }

  private ScanOutcome notNow(ScanOutcome.Why why, Till.Scan scan) {
    return till.notNow(why, till.card(scan));
  }
}
