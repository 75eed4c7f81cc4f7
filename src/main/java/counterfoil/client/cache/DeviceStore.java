package counterfoil.client.cache;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.Ed25519Key;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The device's identity: id and public key in the clear, the private key sealed. */
public final class DeviceStore {
  private static final String ID = "device.id";
  private static final String PUBLIC = "device.key";
  private static final String PRIVATE = "device.key";
  private static final String TENANT = "device.tenant";

  private final Database database;
  private final SecretStore secrets;
  private final SecureRandom random;

  /** Once there, it stays the same for as long as the store. */
  private volatile @Nullable String known;

  DeviceStore(Database database, SecretStore secrets, SecureRandom random) {
    this.database = database;
    this.secrets = secrets;
    this.random = random;
  }

  /** The device's id; empty before the first sign-in. Needs no open vault. */
  public Optional<String> id() {
    return database.read(tx -> SettingStore.get(tx, ID));
  }

  /** The device with its key; empty before the first sign-in. */
  public Optional<Device> get() {
    return database.read(
        tx -> {
          Optional<String> id = SettingStore.get(tx, ID);
          return id.isEmpty()
              ? Optional.<Device>empty()
              : Optional.of(read(tx, id.get(), secrets.get(tx, PRIVATE)));
        });
  }

  /**
   * Makes a device that is kept nowhere yet: the server enrols it first.
   *
   * @param id UUIDv7
   */
  public Device make(String id) {
    KeyPair pair = pair();
    return new Device(id, Ed25519Key.of(pair.getPublic()), pair.getPrivate());
  }

  /** Id of the tenant that this store belongs to; empty before the first sign-in. */
  public Optional<String> tenant() {
    return database.read(DeviceStore::tenant);
  }

  static Optional<String> tenant(Tx tx) throws SQLException {
    return SettingStore.get(tx, TENANT);
  }

  /**
   * Keeps a made device, and whose store this is from now on.
   *
   * @param tenant id of the tenant that has enrolled it
   * @throws IllegalStateException when the store has a device
   */
  public void keep(Device made, String tenant) {
    database.write(
        tx -> {
          if (SettingStore.get(tx, ID).isPresent()) {
            throw new IllegalStateException("a device exists");
          }
          SettingStore.put(tx, ID, made.id());
          SettingStore.put(tx, PUBLIC, made.publicKey().x().base64Url());
          secrets.put(tx, PRIVATE, Bytes.of(made.privateKey().getEncoded()));
          return SettingStore.put(tx, TENANT, tenant);
        });
  }

  String id(Tx tx) throws SQLException {
    String id = known;
    if (id == null) {
      id = SettingStore.get(tx, ID).orElseThrow(() -> new IllegalStateException("no device yet"));
      known = id;
    }
    return id;
  }

  /** The device in a store of which no more is known than that it can be read. */
  static Optional<Device> read(Tx tx, Vault vault) throws SQLException {
    Optional<String> id = SettingStore.get(tx, ID);
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(read(tx, id.get(), SecretStore.get(tx, vault, PRIVATE)));
  }

  private static Device read(Tx tx, String id, Optional<Bytes> sealed) throws SQLException {
    Optional<Ed25519Key> known =
        SettingStore.get(tx, PUBLIC)
            .flatMap(Bytes::ofBase64Url)
            .filter(x -> x.size() == 32)
            .map(Ed25519Key::new);
    if (known.isEmpty() || sealed.isEmpty()) {
      throw new StorageFailure(StorageProblem.DAMAGED, "device");
    }
    return new Device(id, known.get(), privateKey(sealed.get()));
  }

  private static PrivateKey privateKey(Bytes encoded) {
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePrivate(new PKCS8EncodedKeySpec(encoded.toArray()));
    } catch (GeneralSecurityException _) {
      throw new StorageFailure(StorageProblem.DAMAGED, "device");
    }
  }

  private KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
