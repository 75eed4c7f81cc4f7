package counterfoil.client.work;

import counterfoil.client.cache.ActResult;
import counterfoil.client.cache.CachedRedemption;
import counterfoil.client.cache.CachedVoucher;
import counterfoil.client.cache.CommandDraft;
import counterfoil.client.cache.Outbox;
import counterfoil.client.session.Person;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Undo;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.Problem;
import counterfoil.protocol.UndoRedemption;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes redemptions of this device back (V24). */
final class Undoing {
  private static final int MOST_REASON = 500;

  private final Till till;

  Undoing(Till till) {
    this.till = till;
  }

  UndoOutcome undo(String redemption, String reason) {
    Optional<Person> person = till.person();
    if (person.isEmpty()) {
      return new UndoOutcome.Fault(FaultKind.SIGNED_OUT, Faults.incident(FaultKind.SIGNED_OUT));
    }
    Optional<CachedRedemption> found = till.cache().redemptions().byId(redemption);
    Optional<CachedVoucher> voucher =
        found.flatMap(each -> till.cache().vouchers().byId(each.redemption().voucher()));
    if (found.isEmpty() || voucher.isEmpty()) {
      return new UndoOutcome.NotYours();
    }
    Undo.Request request =
        new Undo.Request(
            till.cache().device().id().orElse(""), till.clock().instant(), Undo.Mode.OWN_COUNTER);
    return switch (Undo.decide(
        voucher.get().voucher(), found.get().redemption(), null, request, false)) {
      case Undo.Refused(Undo.Why why) -> new UndoOutcome.Refused(why);
      case Undo.Undone _ -> undo(voucher.get().id(), redemption, reason, person.get());
    };
  }

  /** Appends the undo of a redemption that may not be decided yet. */
  UndoOutcome undo(@Nullable String voucher, String redemption, String reason, Person person) {
    String id = till.setting().ids().get();
    String told = reason.strip();
    String kept =
        told.substring(
            0,
            told.offsetByCodePoints(
                0, Math.min(MOST_REASON, told.codePointCount(0, told.length()))));
    ActResult act =
        till.cache()
            .outbox()
            .act(
                new CommandDraft(
                    id,
                    voucher,
                    null,
                    till.clock().instant(),
                    person.actor().user(),
                    Money.fen(0),
                    new UndoRedemption(redemption, kept.isEmpty() ? null : kept)),
                Outbox.Effect.none());
    if (act instanceof ActResult.NotStored notStored) {
      FaultKind kind = Faults.of(notStored.problem());
      return new UndoOutcome.Fault(kind, Faults.incident(kind));
    }
    if (!till.answers().online()) {
      till.answers().acted();
      return new UndoOutcome.Undone(undone(voucher), false);
    }
    Optional<CommandResult> result = till.answers().await(id, Till.PATIENCE);
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
          till.cache().inbox().dismiss(id, till.clock().instant());
        }
        yield why.<UndoOutcome>map(UndoOutcome.Refused::new)
            .orElseGet(
                () ->
                    new UndoOutcome.Fault(
                        FaultKind.SERVER,
                        problem.text("incident").orElse(Faults.incident(FaultKind.SERVER))));
      }
    };
  }

  private @Nullable VoucherCard undone(@Nullable String voucher) {
    return voucher == null ? null : till.cards().card(voucher, null).orElse(null);
  }
}
