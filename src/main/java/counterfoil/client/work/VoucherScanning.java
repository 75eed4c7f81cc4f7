package counterfoil.client.work;

import java.util.List;

/**
 * The counter: redeem, look up, take back. Calls block: {@link #redeem} up to three seconds on the
 * server, all on the disk. An act is durable before any call returns that it was done.
 */
public interface VoucherScanning {

  /**
   * Redeems one use of the voucher with this code. One scan makes one command at most.
   *
   * @param code as read or typed, in any spelling
   * @param source how it came in
   */
  ScanOutcome redeem(String code, Source source);

  /** Finds the voucher with this code in the cache and changes nothing (V15). */
  LookUp lookUp(String code);

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
