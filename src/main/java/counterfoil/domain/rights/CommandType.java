package counterfoil.domain.rights;

import java.util.Optional;

/** What a person may do: the types of commands that this version knows. */
public enum CommandType {
  /** Makes a voucher for a sold good. */
  VOUCHER_ISSUE("voucher.issue"),
  /** Redeems a use or a part of the value. */
  VOUCHER_REDEEM("voucher.redeem"),
  /** Takes a redemption back. */
  VOUCHER_UNDO_REDEMPTION("voucher.undo_redemption"),
  /** Reports a voucher that a device refused by itself (V31). */
  VOUCHER_NOTE_REFUSAL("voucher.note_refusal"),
  /** Stops a voucher, or lets it go again. */
  VOUCHER_FREEZE("voucher.freeze"),
  /** Records that the buyer gets the money back (VO-5). */
  VOUCHER_REFUND("voucher.refund"),
  /** Adds a user to a party. */
  USER_CREATE("user.create"),
  /** Changes a user's name, roles or stores. */
  USER_UPDATE("user.update"),
  /** Locks a user out. */
  USER_DEACTIVATE("user.deactivate"),
  /** Lets a user in again. */
  USER_REACTIVATE("user.reactivate"),
  /** Adds a store to a supplier or sub-merchant. */
  STORE_CREATE("store.create"),
  /** Changes a store. */
  STORE_UPDATE("store.update"),
  /** Adds a party to the tenant. */
  PARTY_CREATE("party.create"),
  /** Changes a party. */
  PARTY_UPDATE("party.update"),
  /** Sets the risk that devices may take without the server. */
  RISK_SET("risk.set"),
  /** Gives a device another name. */
  DEVICE_RENAME("device.rename"),
  /** Shuts a device out for good. */
  DEVICE_REVOKE("device.revoke");

  private final String wire;

  CommandType(String wire) {
    this.wire = wire;
  }

  /** The name on the wire. */
  public String wire() {
    return wire;
  }

  /** The type of a wire name, or empty for one that this version does not know. */
  public static Optional<CommandType> ofWire(String wire) {
    for (CommandType type : values()) {
      if (type.wire.equals(wire)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
