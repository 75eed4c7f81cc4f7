package counterfoil.server.work;

import counterfoil.protocol.Bytes;
import counterfoil.server.store.CaseTable.ExternalKey;
import counterfoil.server.store.PlacesTable.Party;
import counterfoil.server.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keys of outside systems, which report what they redeemed (VO-3). They are made at the server's
 * console only, for their secrets must not travel in commands.
 */
public final class OutsideKeys {
  private final Store store;
  private final Surroundings around;

  /** The keys of a store. */
  public OutsideKeys(Store store, Surroundings around) {
    this.store = store;
    this.around = around;
  }

  /** What became of a request. */
  public sealed interface Outcome {}

  /**
   * A key was made.
   *
   * @param id what the signature names
   * @param secret what it signs with, 32 bytes; shown this once
   */
  public record Made(String id, Bytes secret) implements Outcome {
    /** Leaves the secret out. */
    @Override
    public String toString() {
      return "Made[" + id + "]";
    }
  }

  /**
   * A key is worth nothing from now on.
   *
   * @param id the key
   */
  public record Revoked(String id) implements Outcome {}

  /**
   * Not done; nothing changed.
   *
   * @param reason a sentence that says what to do
   */
  public record Refused(String reason) implements Outcome {}

  /**
   * Makes a key for the outside system of a party, whose vouchers it may redeem.
   *
   * @param tenantName what people type at sign-in
   * @param party the party's name or id
   */
  public Outcome make(String tenantName, String party) {
    return store.write(
        tx -> {
          String tenant = tx.tenantNamed(tenantName);
          if (tenant == null) {
            return noTenant(tenantName);
          }
          Group group = Group.begin(tx, tenant, around);
          List<Party> parties = group.tables().places().parties();
          List<Party> meant =
              parties.stream()
                  .filter(each -> each.id().equals(party) || each.name().equals(party))
                  .toList();
          if (meant.size() != 1) {
            return new Refused(
                "Name one party by its name or id. There are: "
                    + parties.stream()
                        .map(each -> each.name() + " (" + each.id() + ")")
                        .collect(Collectors.joining(", "))
                    + ".");
          }
          byte[] secret = new byte[32];
          around.random().nextBytes(secret);
          Made key = new Made(around.ids().get(), Bytes.of(secret));
          String owner = meant.getFirst().id();
          group.tables().cases().put(new ExternalKey(key.id(), owner, key.secret(), true));
          group.audit(Group.Decision.ofServer("external.key", key.id(), owner));
          group.end();
          return key;
        });
  }

  /** Makes a key worth nothing; what it reported stays. */
  public Outcome revoke(String tenantName, String key) {
    return store.write(
        tx -> {
          String tenant = tx.tenantNamed(tenantName);
          if (tenant == null) {
            return noTenant(tenantName);
          }
          Group group = Group.begin(tx, tenant, around);
          Optional<ExternalKey> known =
              Optional.ofNullable(group.tables().cases().externalKey(key));
          if (known.isEmpty()) {
            return new Refused("There is no key " + key + ".");
          }
          group.tables().cases().revokeExternalKey(key);
          group.audit(
              Group.Decision.ofServer(
                  "external.key_revoked", around.ids().get(), known.get().party()));
          group.end();
          return new Revoked(key);
        });
  }

  private static Refused noTenant(String name) {
    return new Refused("There is no tenant named " + name + ".");
  }
}
