package counterfoil.viewmodel.port;

/** Goes to another place of the program. */
@FunctionalInterface
public interface Navigator {
  /** Shows {@code place}; does nothing when the person may not see it. */
  void show(Place place);

  /** The places of the program, in the order of the navigation. */
  enum Place {
    /** Redeem and look up vouchers. */
    VOUCHER,
    /** Acts that the server refused. */
    INBOX,
    /** Settings of this device and person. */
    SETTINGS,
    /** Version, licence, credits. */
    ABOUT
  }
}
