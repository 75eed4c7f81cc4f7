package counterfoil.domain.voucher;

/** Decides whether a voucher is stopped by its seller, or let go again. */
public final class Freezing {
  private Freezing() {}

  /** What became of the request. */
  public sealed interface Decision {}

  /**
   * Frozen or thawed; the same voucher again when it already was.
   *
   * @param after the voucher as it is now
   */
  public record Done(Voucher after) implements Decision {}

  /**
   * Not done; nothing changed.
   *
   * @param why the reason
   */
  public record Refused(Why why) implements Decision {}

  /** Why a voucher's standing stays. */
  public enum Why {
    /** The buyer has the money back; there is nothing to stop or to let go. */
    REFUNDED,
    /** A device may redeem it at this moment. */
    LEASED
  }

  /** Stops a voucher; one that is stopped stays so. */
  public static Decision freeze(Voucher voucher) {
    return to(voucher, Standing.FROZEN);
  }

  /** Lets a stopped voucher go; one that is not stopped stays so. */
  public static Decision thaw(Voucher voucher) {
    return to(voucher, Standing.ACTIVE);
  }

  private static Decision to(Voucher voucher, Standing next) {
    if (voucher.standing() == Standing.REFUNDED) {
      return new Refused(Why.REFUNDED);
    }
    return switch (voucher.holder()) {
      case Holder.Free _ -> new Done(voucher.with(next));
      case Holder.Leased _, Holder.Lost _ -> new Refused(Why.LEASED);
    };
  }
}
