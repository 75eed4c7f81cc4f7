package counterfoil.server.work;

import counterfoil.domain.calendar.TenantCalendar;
import counterfoil.domain.rights.Actor;
import counterfoil.domain.rights.PartyKind;
import counterfoil.server.store.AuditTable;
import counterfoil.server.store.CommandTable;
import counterfoil.server.store.DeviceTable.Device;
import counterfoil.server.store.DueTable;
import counterfoil.server.store.FeedTable;
import counterfoil.server.store.PeopleTable.Person;
import counterfoil.server.store.PlacesTable.Party;
import counterfoil.server.store.Tables;
import counterfoil.server.store.TenantTable;
import counterfoil.server.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of a tenant's writer, under the tenant's lock: gives places in the feed, appends
 * to the audit chain, and writes both heads once at its end.
 */
final class Group {
  private final String tenant;
  private final Tables tables;
  private final TenantTable.TenantRow row;
  private final TenantCalendar calendar;
  private final Surroundings around;
  private final Instant now;
  private final Map<String, CommandTable.Decided> decided = new LinkedHashMap<>();
  private final Map<String, PartyKind> kinds = new LinkedHashMap<>();
  private final List<TenantTable.CodeKey> codeKeys = new ArrayList<>();
  private final Map<String, FeedTable.Entry> stamped = new LinkedHashMap<>();
  private final Set<String> devices = new HashSet<>();
  private long seq;
  private long auditCount;
  private String auditHash;

  private Group(String tenant, Tables tables, TenantTable.TenantRow row, Surroundings around) {
    this.tenant = tenant;
    this.tables = tables;
    this.row = row;
    this.around = around;
    this.calendar = new TenantCalendar(row.zone(), around.calendar());
    this.now = Instant.ofEpochMilli(around.clock().instant().toEpochMilli());
    this.seq = row.seq();
    this.auditCount = row.auditCount();
    this.auditHash = row.auditHash();
  }

  /** Takes the tenant's lock. */
  static Group begin(Tx tx, String tenant, Surroundings around) {
    Tables tables = tx.of(tenant);
    TenantTable.TenantRow row = tables.tenant().lock();
    if (row == null) {
      throw new IllegalStateException("no such tenant");
    }
    return new Group(tenant, tables, row, around);
  }

  String tenant() {
    return tenant;
  }

  Tables tables() {
    return tables;
  }

  TenantTable.TenantRow row() {
    return row;
  }

  TenantCalendar calendar() {
    return calendar;
  }

  Surroundings around() {
    return around;
  }

  Instant now() {
    return now;
  }

  long seq() {
    return seq;
  }

  List<TenantTable.CodeKey> codeKeys() {
    if (codeKeys.isEmpty()) {
      codeKeys.addAll(tables.tenant().codeKeys());
    }
    return codeKeys;
  }

  /** The person as an actor, or null for a user who is not there or was shut out. */
  @Nullable Actor actor(String user) {
    Person person = tables.people().byId(user);
    if (person == null || !person.active()) {
      return null;
    }
    return new Actor(
        person.id(), person.party(), kind(person.party()), person.roles(), person.stores());
  }

  PartyKind kind(String party) {
    return kinds.computeIfAbsent(
        party,
        id -> {
          Party found = tables.places().party(id);
          if (found == null) {
            throw new IllegalStateException("no such party");
          }
          return found.kind();
        });
  }

  /** Puts an object at the end of the feed. */
  void stamp(FeedTable.Entry entry) {
    seq++;
    FeedTable.Entry placed = entry.at(seq);
    stamped.put(entry.collection() + "/" + entry.id(), placed);
    tables.feed().stamp(placed);
  }

  /** What this transaction put into the feed. */
  List<FeedTable.Entry> stamped() {
    return List.copyOf(stamped.values());
  }

  /** The device with an id, as this transaction has left it, or null. */
  @Nullable Device device(String id) {
    if (!devices.add(id)) {
      tables.flush();
    }
    return tables.devices().byId(id);
  }

  /** Plans an act; the same act at the same instant is planned once. */
  void plan(String kind, String subject, Instant at) {
    String id = Digests.id(kind + "\n" + subject + "\n" + at.toEpochMilli());
    tables.due().plan(new DueTable.Due(id, at, kind, subject));
  }

  /** The decided command with an id, also of this transaction. */
  CommandTable.@Nullable Decided decided(String id) {
    CommandTable.Decided known = decided.get(id);
    return known == null ? tables.commands().byId(id) : known;
  }

  void decide(CommandTable.Decided command) {
    decided.put(command.id(), command);
    tables.commands().insert(command);
  }

  /** Appends a decision to the audit chain. */
  void audit(Decision decision) {
    auditCount++;
    AuditTable.Entry entry =
        new AuditTable.Entry(
            auditCount,
            // Never a place that a reader has already: what a cursor witnessed stays as it was.
            Math.max(seq, row.seq() + 1),
            now,
            decision.actor(),
            decision.device(),
            decision.type(),
            decision.command(),
            decision.commandHash(),
            decision.signature(),
            decision.target(),
            decision.outcome(),
            decision.before(),
            decision.after(),
            "");
    auditHash = AuditCheck.hash(auditHash, entry).hex();
    tables.audit().append(entry.sealedBy(auditHash));
  }

  /** Writes the heads; the last thing before the commit. */
  void end() {
    if (auditCount > row.auditCount()) {
      stamp(Rows.audit(tenant, auditCount, auditHash));
    }
    if (seq > row.seq() || auditCount > row.auditCount()) {
      tables.tenant().heads(seq, auditCount, auditHash);
    }
  }

  /** What the audit chain says of a decision. */
  record Decision(
      String actor,
      String device,
      String type,
      String command,
      String commandHash,
      String signature,
      String target,
      String outcome,
      String before,
      String after) {

    /** A decision of the server itself. */
    static Decision ofServer(String type, String id, String target) {
      return new Decision("", "", type, id, "", "", target, "applied", "", "");
    }

    /** A decision of a person who is at the console or signing in. */
    static Decision ofPerson(String actor, String device, String type, String id, String target) {
      return new Decision(actor, device, type, id, "", "", target, "applied", "", "");
    }
  }

  /** Bytes of a text's hash, for {@code before} and {@code after}. */
  static String hash(@Nullable String text) {
    return text == null ? "" : Digests.sha256(text).hex();
  }
}
