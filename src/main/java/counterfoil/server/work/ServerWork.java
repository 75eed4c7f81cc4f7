package counterfoil.server.work;

import counterfoil.server.store.Store;
import counterfoil.server.store.StoreException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All use cases of a server over one store. Closing it finishes what was taken. */
public final class ServerWork implements AutoCloseable {
  private final Store store;
  private final Surroundings around;
  private final Map<String, TenantWriter> writers = new ConcurrentHashMap<>();
  private final Changes changes;
  private final Pokes pokes;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Commands commands;
  private final Attachments attachments;
  private final ExternalRedemptions external;

  private ServerWork(Store store, Surroundings around, Commands.@Nullable Intake intake) {
    this.store = store;
    this.around = around;
    this.changes = new Changes(store, around.clock(), around.tombstonesKept());
    this.pokes = new Pokes(changes::newest);
    Hashing hashing = new Hashing();
    this.sessions = new Sessions(store, around, this::writer, hashing);
    this.passwords = new Passwords(store, around, this::writer, hashing);
    this.commands =
        new Commands(store, around.clock(), this::writer, intake == null ? this::offer : intake);
    this.attachments = new Attachments(store, around.clock());
    this.external = new ExternalRedemptions(store, around.clock(), this::writer);
  }

  /** Opens the use cases and starts a writer for each tenant. The store stays the caller's. */
  public static ServerWork open(Store store, Surroundings around) {
    return open(store, around, null);
  }

  /** The same, where something else than a tenant's writer takes what was let in. */
  static ServerWork open(Store store, Surroundings around, Commands.@Nullable Intake intake) {
    ServerWork work = new ServerWork(store, around, intake);
    store.read(
        tx -> {
          tx.tenants().forEach(work::writer);
          return true;
        });
    return work;
  }

  /** Signing in and tokens. */
  public Sessions sessions() {
    return sessions;
  }

  /** Passwords. */
  public Passwords passwords() {
    return passwords;
  }

  /** Batches of commands. */
  public Commands commands() {
    return commands;
  }

  /** The change feed. */
  public Changes changes() {
    return changes;
  }

  /** News of changes. */
  public Pokes pokes() {
    return pokes;
  }

  /** Evidence. */
  public Attachments attachments() {
    return attachments;
  }

  /** Reports of outside systems. */
  public ExternalRedemptions external() {
    return external;
  }

  /** Whether a fault is the store's, which may answer again later. */
  public static boolean storeFailed(Throwable fault) {
    return fault instanceof StoreException store && !store.ofTheWork();
  }

  /** Whether the store answers. */
  public boolean ready() {
    try {
      store.read(tx -> tx.tenants());
      return true;
    } catch (StoreException _) {
      return false;
    }
  }

  /**
   * Has every writer take one turn in the caller's thread: for a server whose executor of writers
   * runs none of them.
   */
  public void step() {
    writers.values().forEach(TenantWriter::step);
  }

  @Override
  public void close() {
    writers.values().forEach(TenantWriter::stop);
    try {
      for (TenantWriter writer : writers.values()) {
        writer.awaitEnd();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean offer(String tenant, Submission submission) {
    return writer(tenant).offer(submission);
  }

  private TenantWriter writer(String tenant) {
    return writers.computeIfAbsent(
        tenant,
        id -> {
          TenantWriter writer = new TenantWriter(id, store, around, pokes);
          around.writers().execute(writer);
          return writer;
        });
  }
}
