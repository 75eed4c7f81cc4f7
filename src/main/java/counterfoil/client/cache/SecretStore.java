package counterfoil.client.cache;

import counterfoil.protocol.Bytes;
import java.sql.SQLException;
import java.util.Optional;

/** Small sealed values: the device's private key, tokens, code keys, what a sign-in granted. */
public final class SecretStore {
  private final Database database;
  private final Vault vault;

  SecretStore(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** A secret; empty when there is none. */
  public Optional<Bytes> get(String name) {
    return database.read(tx -> get(tx, name));
  }

  /** Keeps a secret, replacing an older one. */
  public void put(String name, Bytes secret) {
    database.write(tx -> put(tx, name, secret));
  }

  /** Forgets a secret. */
  public void remove(String name) {
    database.write(tx -> tx.update("DELETE FROM secret WHERE name = ?", name));
  }

  Optional<Bytes> get(Tx tx, String name) throws SQLException {
    return get(tx, vault, name);
  }

  static Optional<Bytes> get(Tx tx, Vault vault, String name) throws SQLException {
    return tx.first(
        "SELECT sealed FROM secret WHERE name = ?",
        row -> Bytes.of(vault.openRow("secret", name, 0, row.getBytes(1))),
        name);
  }

  int put(Tx tx, String name, Bytes secret) throws SQLException {
    return tx.update(
        "INSERT INTO secret (name, sealed) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed",
        name,
        vault.sealRow("secret", name, 0, secret.toArray()));
  }
}
