package counterfoil.viewmodel.voucher;

import counterfoil.viewmodel.Wording;

/**
 * A row of the recent scans.
 *
 * @param at time of day
 * @param good what it was for; empty when not known
 * @param codeTail the last four characters
 * @param result what became of it
 * @param amount what was redeemed; empty when nothing was
 */
public record RecentScan(
    Wording at, Wording good, String codeTail, TicketFace.State result, Wording amount) {}
