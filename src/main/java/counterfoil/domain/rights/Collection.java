package counterfoil.domain.rights;

import java.util.Locale;
import java.util.Optional;

/** What a person may see: the collections of the change feed that this version knows. */
public enum Collection {
  /** The tenant's one row: zone, name, settings. */
  TENANT,
  /** The parties in the tenant. */
  PARTIES,
  /** The stores of suppliers and sub-merchants. */
  STORES,
  /** The people. */
  USERS,
  /** The enrolled devices. */
  DEVICES,
  /** What vouchers are good for. */
  GOODS,
  /** Vouchers, never with their code. */
  VOUCHERS,
  /** What was redeemed, where and by whom. */
  REDEMPTIONS,
  /** Provisional redemptions that lost, with both sides' evidence. */
  DISPUTES,
  /** The risk that devices may take without the server. */
  RISK,
  /** The head of the audit chain, which clients witness. */
  AUDIT;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** The name on the wire. */
  public String wire() {
    return wire;
  }

  /** The collection of a wire name, or empty for one that this version does not know. */
  public static Optional<Collection> ofWire(String wire) {
    for (Collection collection : values()) {
      if (collection.wire().equals(wire)) {
        return Optional.of(collection);
      }
    }
    return Optional.empty();
  }
}
