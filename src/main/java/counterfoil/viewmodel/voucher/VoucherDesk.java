package counterfoil.viewmodel.voucher;

import counterfoil.viewmodel.Wording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/**
 * What the voucher screen can have done, already in the words of the screen. Calls return at once;
 * answers come on the interface thread, exactly one for each scan.
 */
public interface VoucherDesk {
  /** Redeems one use of the voucher with this code, as read or typed. */
  void redeem(String code, Consumer<ScanAnswer> answer);

  /** Redeems a part of a stored value (V27). */
  void redeem(String code, long fen, Consumer<ScanAnswer> answer);

  /** Finds the voucher with this code and changes nothing. */
  void lookUp(String code, Consumer<ScanAnswer> answer);

  /**
   * Does not serve what is unanswered on the ticket, or else takes the last redemption back; does
   * nothing when there is none to take back.
   *
   * @param reason why, as it is kept with the undo
   */
  void undo(String reason, Consumer<ScanAnswer> answer);

  /** The redemption that {@link #undo} would take back; empty while an unanswered act is open. */
  Optional<TicketFace.Stub> undoes();

  /** Asks the server once more for its word on the oldest act that a choice is owed on. */
  void askAgain(Consumer<ScanAnswer> answer);

  /** How many acts the server has not answered and nobody has chosen on. */
  ObservableValue<Integer> owed();

  /** Serves although the server has not answered, within the risk budget. */
  void handOver(Consumer<ScanAnswer> answer);

  /** Reads the codes of a picture file. */
  void read(Path picture, Consumer<Reading> codes);

  /** Reads the codes of a picture. */
  void read(byte[] picture, Consumer<Reading> codes);

  /** The recent scans, newest first. */
  ObservableList<RecentScan> recent();

  /** The last scan, as the stub of a ready ticket. */
  ObservableValue<TicketFace.Stub> last();

  /** The day's figures. */
  ObservableValue<Today> today();

  /** What can still be served offline. */
  ObservableValue<OfflineCapacity> offline();

  /** How long the last redemption can still be taken back; empty when it cannot. */
  Optional<Duration> undoLeft();

  /** What a picture held. */
  sealed interface Reading {
    /** One code. */
    record One(String code) implements Reading {}

    /** None or several, or not a picture: why, and what to do. */
    record Unusable(Wording why) implements Reading {}
  }
}
