package counterfoil.client.work;

import counterfoil.domain.voucher.Undo;
import org.jspecify.annotations.Nullable;

/** What came of taking a redemption back (V24). */
public sealed interface UndoOutcome {

  /**
   * Taken back.
   *
   * @param card the voucher with the use restored; null where this device does not know it
   * @param confirmed true on the server's word; false while the undo waits to be sent
   */
  record Undone(@Nullable VoucherCard card, boolean confirmed) implements UndoOutcome {}

  /**
   * It stands.
   *
   * @param why the reason
   */
  record Refused(Undo.Why why) implements UndoOutcome {}

  /** This device does not know such a redemption, or the person may not take it back. */
  record NotYours() implements UndoOutcome {}

  /**
   * A technical fault; nothing was stored.
   *
   * @param kind what failed
   * @param incident number for support
   */
  record Fault(FaultKind kind, String incident) implements UndoOutcome {}
}
