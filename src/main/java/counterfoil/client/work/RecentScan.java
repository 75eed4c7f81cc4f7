package counterfoil.client.work;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Worth;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One scan of this device, as the list of recent scans shows it.
 *
 * @param at when, in server time
 * @param good the good's name; null where not known
 * @param codeTail the last four characters of the code
 * @param result what came of it, as it stands now
 * @param refusal code of the refusal, null when there was none
 * @param amount what was redeemed; null when nothing was
 * @param left what is left of the voucher now; on the newest redemption of each voucher alone, null
 *     elsewhere and where not known
 * @param redemption the redemption, for undo; null when there is none
 * @param undoable whether this device may still take it back
 */
public record RecentScan(
    Instant at,
    @Nullable String good,
    String codeTail,
    Result result,
    @Nullable String refusal,
    @Nullable Money amount,
    @Nullable Worth left,
    @Nullable String redemption,
    boolean undoable) {

  /** What came of a scan. */
  public enum Result {
    /** Redeemed on the server's word. */
    REDEEMED,
    /** Redeemed under an own lease. */
    LEASED,
    /** Served; the server has not decided yet. */
    PROVISIONAL,
    /** Sent without an answer; nobody has served yet. */
    UNANSWERED,
    /** Refused. */
    REFUSED,
    /** Not without the server. */
    NOT_NOW,
    /** The check character did not fit. */
    MISTYPED,
    /** Served, and refused by the server afterwards; it waits in the inbox. */
    DISPUTED,
    /** Taken back. */
    UNDONE,
    /** A technical fault. */
    FAULT
  }
}
