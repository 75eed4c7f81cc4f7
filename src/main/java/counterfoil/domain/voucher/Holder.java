package counterfoil.domain.voucher;

/** Who alone may redeem a voucher at the moment. */
public sealed interface Holder {

  /** Any counter of its stores. */
  record Free() implements Holder {}

  /**
   * One device, by a lease it took.
   *
   * @param device the holder
   * @param lease id of the command that took the lease
   */
  record Leased(String device, String lease) implements Holder {}

  /**
   * Nobody: its holder was declared lost by a person.
   *
   * @param device the lost holder
   * @param lease id of the command that took the lease
   */
  record Lost(String device, String lease) implements Holder {}
}
