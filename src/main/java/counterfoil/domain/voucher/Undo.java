package counterfoil.domain.voucher;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a redemption is taken back (V24): on the same device, within 15 minutes between
 * the two acts of the person, however late both arrive, because they stand in one chain.
 */
public final class Undo {

  /** How long after the redemption its own counter may take it back, the last second included. */
  public static final Duration WINDOW = Duration.ofMinutes(15);

  private Undo() {}

  /**
   * Who asks, when.
   *
   * @param device the device the undo was made on
   * @param issuedAt when the person acted, UTC
   * @param mode which of the two ways
   */
  public record Request(String device, Instant issuedAt, Mode mode) {}

  /** By whose right. */
  public enum Mode {
    /** By the counter that redeemed, inside the window. */
    OWN_COUNTER,
    /** By a supervisor, on any device and later (V25). */
    SUPERVISOR
  }

  /** What became of the request. */
  public sealed interface Decision {}

  /**
   * Taken back.
   *
   * @param after the voucher with the use restored
   * @param redemption the redemption, undone
   */
  public record Undone(Voucher after, Redemption redemption) implements Decision {}

  /**
   * Not taken back; nothing changed.
   *
   * @param why the reason
   */
  public record Refused(Why why) implements Decision {}

  /** Why a redemption stands. */
  public enum Why {
    /** It was taken back before. */
    ALREADY_UNDONE("already-undone"),
    /** Another device redeemed. */
    OTHER_DEVICE("undo-other-device"),
    /** More than 15 minutes lie between the two acts. */
    TOO_LATE("undo-too-late"),
    /** The payee has already been paid. */
    ALREADY_WITHDRAWN("already-withdrawn");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    /** The stable code of the wire contract. */
    public String code() {
      return code;
    }
  }

  /**
   * Decides one request. The rights of the person are judged before, by the table of roles.
   *
   * @param voucher the voucher now
   * @param redemption the redemption of it that is to be undone
   * @param previous the voucher's last redemption that then stands, or null when none does
   * @param request who asks, when
   * @param withdrawn whether the money of its settlement was paid out
   */
  public static Decision decide(
      Voucher voucher,
      Redemption redemption,
      @Nullable Redemption previous,
      Request request,
      boolean withdrawn) {
    if (redemption.undone()) {
      return new Refused(Why.ALREADY_UNDONE);
    }
    if (request.mode() == Mode.OWN_COUNTER) {
      if (!redemption.device().equals(request.device())) {
        return new Refused(Why.OTHER_DEVICE);
      }
      if (isOutside(redemption.redeemedAt(), request.issuedAt())) {
        return new Refused(Why.TOO_LATE);
      }
    }
    if (withdrawn) {
      return new Refused(Why.ALREADY_WITHDRAWN);
    }
    return new Undone(
        voucher.with(restored(voucher.worth(), redemption.take()), previous),
        redemption.asUndone());
  }

  // The undo stands behind its redemption in the chain; an earlier time means a clock turned back.
  private static boolean isOutside(Instant redeemedAt, Instant undoneAt) {
    return Duration.between(redeemedAt, undoneAt).abs().compareTo(WINDOW) > 0;
  }

  private static Worth restored(Worth worth, Take take) {
    return switch (worth) {
      case Worth.Uses(int total, int left) when take instanceof Take.Uses(int uses) ->
          new Worth.Uses(total, left + uses);
      case Worth.Value(var total, var left) when take instanceof Take.Amount(var amount) ->
          new Worth.Value(total, left.plus(amount));
      case Worth.Uses _, Worth.Value _ ->
          throw new IllegalArgumentException("a redemption of another kind of voucher");
    };
  }
}
