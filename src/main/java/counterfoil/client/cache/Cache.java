package counterfoil.client.cache;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that one machine keeps for one tenant, in one folder: {@code cache.db}, {@code vault}
 * and {@code lock}. Closing it locks the vault and frees the folder.
 */
public final class Cache implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Cache.class);

  private final Path folder;
  private final FileLock lock;
  private final Database database;
  private final Vault vault;
  private final SecretStore secrets;
  private final DeviceStore device;
  private final SettingStore settings;
  private final ClockStore clock;
  private final Inbox inbox;
  private final Outbox outbox;
  private final RiskStore risk;
  private final FeedStore feed;
  private final VoucherStore vouchers;
  private final RedemptionStore redemptions;
  private final DirectoryStore directory;
  private final ScanLogStore scans;

  Cache(Path folder, FileLock lock, Database database, Vault vault, CacheOptions options) {
    this.folder = folder;
    this.lock = lock;
    this.database = database;
    this.vault = vault;
    secrets = new SecretStore(database, vault);
    device = new DeviceStore(database, secrets, options.random());
    settings = new SettingStore(database);
    clock = new ClockStore(database);
    inbox = new Inbox(database, vault);
    PendingStore pending = new PendingStore(vault, device);
    outbox = new Outbox(database, vault, device, pending, inbox);
    risk = new RiskStore(database);
    feed = new FeedStore(database, vault, pending);
    vouchers = new VoucherStore(database, vault, pending);
    redemptions = new RedemptionStore(database, vault, pending);
    directory = new DirectoryStore(database, vault);
    scans = new ScanLogStore(database);
  }

  /**
   * Opens or makes the store of a folder.
   *
   * @param folder made when it is not there
   */
  public static OpenResult open(Path folder, CacheOptions options) {
    return new CacheOpening(folder, options, Migrations.shipped()).open();
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** The keys. */
  public Vault vault() {
    return vault;
  }

  /** Transactions over several stores. */
  public Database database() {
    return database;
  }

  /** Small sealed values. */
  public SecretStore secrets() {
    return secrets;
  }

  /** The device's identity. */
  public DeviceStore device() {
    return device;
  }

  /** Preferences and other values that are no secret. */
  public SettingStore settings() {
    return settings;
  }

  /** What is known of time across runs. */
  public ClockStore clock() {
    return clock;
  }

  /** Acts of this device. */
  public Outbox outbox() {
    return outbox;
  }

  /** Refused acts. */
  public Inbox inbox() {
    return inbox;
  }

  /** What is used of the risk budget. */
  public RiskStore risk() {
    return risk;
  }

  /** What the feed fills. */
  public FeedStore feed() {
    return feed;
  }

  /** Vouchers. */
  public VoucherStore vouchers() {
    return vouchers;
  }

  /** Redemptions. */
  public RedemptionStore redemptions() {
    return redemptions;
  }

  /** Scans that left no redemption. */
  public ScanLogStore scans() {
    return scans;
  }

  /** Names and settings of the tenant. */
  public DirectoryStore directory() {
    return directory;
  }

  /**
   * Makes the vault of a new store and ties the database to it.
   *
   * @param person as at {@link Vault#create}
   */
  public void createVault(String person, char[] password) throws IOException {
    vault.create(person, password);
    Optional<String> id = vault.id();
    database.write(tx -> SettingStore.put(tx, CacheOpening.VAULT_ID, id.orElseThrow()));
  }

  /**
   * Opens the vault; tells a lost or foreign header from a new store.
   *
   * @param person as at {@link Vault#unlock}
   */
  public VaultResult unlock(String person, char[] password) throws IOException {
    Optional<String> tied = database.read(tx -> SettingStore.get(tx, CacheOpening.VAULT_ID));
    Optional<String> found = vault.id();
    if (tied.isPresent() && found.isPresent() && !tied.equals(found)) {
      return new VaultResult.Missing();
    }
    return vault.unlock(person, password);
  }

  /** Whether nobody has ever signed in here, so that {@link #createVault} is what comes next. */
  public boolean isNew() {
    return !vault.exists()
        && database.read(tx -> SettingStore.get(tx, CacheOpening.VAULT_ID)).isEmpty();
  }

  @Override
  public void close() {
    vault.lock();
    database.close();
    try {
      lock.close();
      lock.acquiredBy().close();
    } catch (IOException e) {
      LOG.warn("freeing the folder's lock failed", e);
    }
  }
}
