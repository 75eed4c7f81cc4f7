package counterfoil.client.cache;

import counterfoil.domain.rights.Collection;
import counterfoil.domain.voucher.VoucherState;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.ChangeLine;
import counterfoil.protocol.FeedRow;
import counterfoil.protocol.RedemptionRow;
import counterfoil.protocol.UserRow;
import counterfoil.protocol.VoucherRow;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of the feed into one set of tables. The whole data is sealed; the columns beside it
 * are what SQL finds and sorts by, and no decision rests on them. For one transaction.
 */
final class FeedWriter {
  private final Tx tx;
  private final FeedSet set;
  private final Vault vault;
  private final Terms terms;
  private final Instant at;
  private final Map<Table, Statements> statements = new EnumMap<>(Table.class);

  /** Search tokens of rows that were put, until {@link #finish}; the last row of an id counts. */
  private final Map<Owner, Set<Long>> tokens = new HashMap<>();

  /**
   * Writes in a transaction.
   *
   * @param at when the rows arrived, in server time
   */
  FeedWriter(Tx tx, FeedSet set, Vault vault, Terms terms, Instant at) {
    this.tx = tx;
    this.set = set;
    this.vault = vault;
    this.terms = terms;
    this.at = at;
  }

  void put(ChangeLine line, FeedRow row) throws SQLException {
    byte[] data = Objects.requireNonNull(line.data()).toArray();
    byte[] sealed = vault.sealRow(row.collection().wire(), line.id(), line.version(), data);
    boolean isNew =
        switch (row) {
          case VoucherRow voucher -> put(line, voucher, sealed);
          case RedemptionRow redemption -> put(line, redemption, sealed);
          default -> putInDirectory(line, row, sealed);
        };
    if (!isNew) {
      removeTerms(row.collection(), line.id());
    }
    Set<Long> found = tokens(row);
    if (!found.isEmpty()) {
      tokens.put(new Owner(row.collection(), line.id()), found);
    }
  }

  /** Writes the search tokens, in the order of their table: neighbours cost less than strangers. */
  void finish() throws SQLException {
    List<Term> all = new ArrayList<>();
    tokens.forEach((owner, each) -> each.forEach(token -> all.add(new Term(owner, token))));
    all.sort(Term.ORDER);
    String insert =
        "INSERT INTO " + set.table("term") + " (collection, token, id) VALUES (?, ?, ?)";
    for (Term each : all) {
      tx.update(insert, each.owner().collection().wire(), each.token(), each.owner().id());
    }
    tokens.clear();
  }

  private record Owner(Collection collection, String id) {}

  private record Term(Owner owner, long token) {
    static final Comparator<Term> ORDER =
        Comparator.comparing((Term term) -> term.owner().collection())
            .thenComparingLong(Term::token)
            .thenComparing(term -> term.owner().id());
  }

  private boolean put(ChangeLine line, VoucherRow row, byte[] sealed) throws SQLException {
    LocalDate to = row.validity().to();
    Object[] values = {
      line.version(),
      row.state().wire(),
      row.good(),
      row.codeHash().toArray(),
      to == null ? null : to.toString(),
      lastAt(row),
      sealed,
      line.id()
    };
    return upsert(Table.VOUCHERS, values);
  }

  /** From when a voucher's age counts. A row does not say when it was refunded: not before now. */
  private @Nullable Long lastAt(VoucherRow row) {
    if (row.state() == VoucherState.REFUNDED) {
      return at.toEpochMilli();
    }
    return row.last() == null ? null : row.last().redeemedAt().toEpochMilli();
  }

  private boolean put(ChangeLine line, RedemptionRow row, byte[] sealed) throws SQLException {
    return upsert(
        Table.REDEMPTIONS,
        line.version(),
        row.voucher(),
        row.store(),
        row.device(),
        row.redeemedAt().toEpochMilli(),
        PendingStore.uses(row.take()),
        PendingStore.amount(row.take()),
        row.undone() ? 1 : 0,
        sealed,
        line.id());
  }

  private boolean putInDirectory(ChangeLine line, FeedRow row, byte[] sealed) throws SQLException {
    return upsert(Table.DIRECTORY, line.version(), sealed, row.collection().wire(), line.id());
  }

  /** Inserts, or replaces an older row; true when the id is new. */
  private boolean upsert(Table table, @Nullable Object... values) throws SQLException {
    Statements texts = statements.computeIfAbsent(table, each -> new Statements(each, set));
    if (tx.update(texts.insert(), values) == 1) {
      return true;
    }
    tx.update(texts.replace(), values);
    return false;
  }

  private enum Table {
    VOUCHERS("vouchers", "version, state, good, code_hash, valid_to, last_at, sealed, id", 8),
    REDEMPTIONS(
        "redemptions",
        "version, voucher, store, device, redeemed_at, uses, amount, undone, sealed, id",
        10),
    DIRECTORY("directory", "version, sealed, collection, id", 4);

    private final String wire;
    private final String columns;
    private final int count;

    Table(String wire, String columns, int count) {
      this.wire = wire;
      this.columns = columns;
      this.count = count;
    }
  }

  /** The texts for a table of the set, made once. */
  private record Statements(String insert, String replace) {
    Statements(Table table, FeedSet set) {
      String into =
          " INTO "
              + set.table(table.wire)
              + " ("
              + table.columns
              + ") VALUES ("
              + "?, ".repeat(table.count - 1)
              + "?)";
      this("INSERT OR IGNORE" + into, "REPLACE" + into);
    }
  }

  void remove(Collection collection, String id) throws SQLException {
    switch (collection) {
      case VOUCHERS -> tx.update("DELETE FROM " + set.table("vouchers") + " WHERE id = ?", id);
      case REDEMPTIONS ->
          tx.update("DELETE FROM " + set.table("redemptions") + " WHERE id = ?", id);
      case TENANT, PARTIES, STORES, USERS, DEVICES, GOODS, DISPUTES, RISK, AUDIT ->
          tx.update(
              "DELETE FROM " + set.table("directory") + " WHERE collection = ? AND id = ?",
              collection.wire(),
              id);
    }
    removeTerms(collection, id);
  }

  private void removeTerms(Collection collection, String id) throws SQLException {
    tokens.remove(new Owner(collection, id));
    switch (collection) {
      case VOUCHERS, USERS ->
          tx.update(
              "DELETE FROM " + set.table("term") + " WHERE collection = ? AND id = ?",
              collection.wire(),
              id);
      case TENANT, PARTIES, STORES, DEVICES, GOODS, REDEMPTIONS, DISPUTES, RISK, AUDIT -> {}
    }
  }

  private Set<Long> tokens(FeedRow row) {
    Set<Long> found = new LinkedHashSet<>();
    if (row instanceof VoucherRow voucher) {
      found.addAll(terms.ofOrder(voucher.order()));
      if (voucher.buyer() != null) {
        addAll(found, voucher.buyer().name(), voucher.buyer().phone());
      }
    } else if (row instanceof UserRow user) {
      found.addAll(terms.ofName(user.name()));
    }
    return found;
  }

  private void addAll(Set<Long> tokens, @Nullable String name, @Nullable String phone) {
    if (name != null) {
      tokens.addAll(terms.ofName(name));
    }
    if (phone != null) {
      tokens.addAll(terms.ofPhone(phone));
    }
  }

  /** The data of a sealed row. */
  static Bytes open(Vault vault, Collection collection, String id, long version, byte[] sealed) {
    return Bytes.of(vault.openRow(collection.wire(), id, version, sealed));
  }
}
