package counterfoil.server.work;

import counterfoil.protocol.Bytes;
import counterfoil.server.store.AuditTable;
import counterfoil.server.store.Store;
import counterfoil.server.store.Tables;
import counterfoil.server.store.TenantTable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks the audit chains. The hash of an entry covers the one before and everything it says, each
 * part with its length, so that no two entries have the same bytes.
 */
public final class AuditCheck {
  private static final int ENTRIES_A_READ = 1000;

  private AuditCheck() {}

  /** What came of walking the chain of a tenant. */
  public sealed interface Finding {
    /** The tenant's name. */
    String tenant();
  }

  /**
   * Every entry fits, and the head is the last of them.
   *
   * @param tenant the tenant's name
   * @param entries how many
   */
  public record Whole(String tenant, long entries) implements Finding {}

  /**
   * The chain was changed.
   *
   * @param tenant the tenant's name
   * @param entry number of the first entry that does not fit
   * @param reason what is wrong with it
   */
  public record Broken(String tenant, long entry, String reason) implements Finding {}

  /** Walks the chain of every tenant. */
  public static List<Finding> walk(Store store) {
    return store.read(
        tx -> {
          List<Finding> findings = new ArrayList<>();
          for (String tenant : tx.tenants()) {
            findings.add(walk(tx.of(tenant)));
          }
          return List.copyOf(findings);
        });
  }

  private static Finding walk(Tables tables) {
    TenantTable.TenantRow row = tables.tenant().read();
    if (row == null) {
      throw new IllegalStateException("no such tenant");
    }
    String hash = start().hex();
    long n = 0;
    for (List<AuditTable.Entry> page = tables.audit().after(0, ENTRIES_A_READ);
        !page.isEmpty();
        page = tables.audit().after(n, ENTRIES_A_READ)) {
      for (AuditTable.Entry entry : page) {
        if (entry.n() != n + 1) {
          return new Broken(row.name(), n + 1, "is missing");
        }
        n = entry.n();
        hash = hash(hash, entry).hex();
        if (!hash.equals(entry.hash())) {
          return new Broken(row.name(), n, "does not have the hash that its content makes");
        }
      }
    }
    if (n != row.auditCount()) {
      return new Broken(row.name(), n + 1, "is missing at the end");
    }
    return hash.equals(row.auditHash())
        ? new Whole(row.name(), n)
        : new Broken(row.name(), n, "is not the head that was witnessed");
  }

  /** The hash before the first entry. */
  static Bytes start() {
    return Digests.sha256("counterfoil audit");
  }

  /** The hash of an entry after another. */
  static Bytes hash(String previous, AuditTable.Entry entry) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    for (String part :
        List.of(
            previous,
            Long.toString(entry.n()),
            Long.toString(entry.feedSeq()),
            Long.toString(entry.at().toEpochMilli()),
            entry.actor(),
            entry.device(),
            entry.type(),
            entry.command(),
            entry.commandHash(),
            entry.signature(),
            entry.target(),
            entry.outcome(),
            entry.before(),
            entry.after())) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      out.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(bytes);
    }
    return Digests.sha256(out.toByteArray());
  }
}
