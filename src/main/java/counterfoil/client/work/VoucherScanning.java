package counterfoil.client.work;

import counterfoil.domain.money.Money;
import java.util.List;

/**
 * The counter: redeem, look up, take back. Calls block: {@link #redeem} up to three seconds on the
 * server, all on the disk. An act is durable before any call returns that it was done.
 */
public interface VoucherScanning {

  /**
   * Redeems one use of the voucher with this code. Of stored value nothing is taken: the outcome
   * asks for the amount. One scan makes one command at most, and none while a choice is owed on an
   * earlier one of the same voucher.
   *
   * @param code as read or typed, in any spelling
   */
  ScanOutcome redeem(String code);

  /**
   * Redeems a part of a stored value, on the server's word only (V27).
   *
   * @param code as read or typed
   * @param amount what the person named, more than zero
   */
  ScanOutcome redeem(String code, Money amount);

  /** Finds the voucher with this code in the cache and changes nothing (V15). */
  LookUp lookUp(String code);

  /**
   * Acts that the server has not answered and on which the person's choice is owed; oldest first.
   */
  List<String> owed();

  /**
   * Asks the server again for its word on an act that a choice is owed on.
   *
   * @param command one of {@link #owed}
   */
  ScanOutcome ask(String command);

  /**
   * The person serves although the server has not answered: the act stays queued and counts as
   * provisional. When the answer came meanwhile, that is the outcome.
   *
   * @param command the act that {@link ScanOutcome.Unanswered} named
   */
  ScanOutcome handOver(String command);

  /**
   * The person does not serve: the undo of the act follows it in the chain, so that the net effect
   * is none. When the server refused it meanwhile, nothing is appended.
   *
   * @param command the act that {@link ScanOutcome.Unanswered} named
   */
  UndoOutcome doNotHandOver(String command);

  /**
   * Takes a redemption back within 15 minutes, on the device that made it (V24).
   *
   * @param redemption its id
   * @param reason why, in the person's words; may be empty
   */
  UndoOutcome undo(String redemption, String reason);

  /** The scans of this device, newest first. */
  List<RecentScan> recent(int most);

  /** The figures of the tenant's day. */
  TodayFigures today();

  /** Names for ids, as far as this device knows them. */
  Directory directory();
}
