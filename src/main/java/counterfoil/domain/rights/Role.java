package counterfoil.domain.rights;

import java.util.Locale;
import java.util.Optional;

/**
 * What a user may be to a party. Each role is limited to that party and, at counters, to named
 * stores.
 */
public enum Role {
  /** Users, stores, devices, policies. */
  ADMIN,
  /** Decides supplier applications. */
  REVIEWER,
  /** Approves withdrawals. */
  APPROVER,
  /** Marks withdrawals paid. */
  PAYER,
  /** Grades its own distributors. */
  GRADER,
  /** Redeems vouchers in its own stores. */
  COUNTER,
  /** A counter that also undoes later, declares devices lost and settles disputes. */
  SUPERVISOR,
  /**
   * A supplier or sub-merchant: submits applications, asks for withdrawals, sees its own figures.
   */
  APPLICANT;

  /** The name on the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a wire name, or empty for a name this version does not know. */
  public static Optional<Role> ofWire(String wire) {
    for (Role role : values()) {
      if (role.wire().equals(wire)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
