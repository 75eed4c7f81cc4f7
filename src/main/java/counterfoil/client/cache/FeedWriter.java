package counterfoil.client.cache;

import counterfoil.domain.rights.Collection;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.ChangeLine;
import counterfoil.protocol.FeedRow;
import counterfoil.protocol.RedemptionRow;
import counterfoil.protocol.UserRow;
import counterfoil.protocol.VoucherRow;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
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

  FeedWriter(Tx tx, FeedSet set, Vault vault, Terms terms) {
    this.tx = tx;
    this.set = set;
    this.vault = vault;
    this.terms = terms;
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
    Set<Long> tokens = tokens(row);
    if (!isNew) {
      removeTerms(row.collection(), line.id());
    }
    for (long token : tokens) {
      tx.update(
          "INSERT INTO " + set.table("term") + " (collection, token, id) VALUES (?, ?, ?)",
          row.collection().wire(),
          token,
          line.id());
    }
  }

  private boolean put(ChangeLine line, VoucherRow row, byte[] sealed) throws SQLException {
    LocalDate to = row.validity().to();
    Object[] values = {
      line.version(),
      row.state().wire(),
      row.good(),
      row.codeHash().toArray(),
      to == null ? null : to.toString(),
      row.last() == null ? null : row.last().redeemedAt().toEpochMilli(),
      sealed,
      line.id()
    };
    return upsert(
        "vouchers", "version, state, good, code_hash, valid_to, last_at, sealed, id", values);
  }

  private boolean put(ChangeLine line, RedemptionRow row, byte[] sealed) throws SQLException {
    return upsert(
        "redemptions",
        "version, voucher, store, device, redeemed_at, uses, amount, undone, sealed, id",
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
    return upsert(
        "directory",
        "version, sealed, collection, id",
        line.version(),
        sealed,
        row.collection().wire(),
        line.id());
  }

  /** Inserts, or replaces an older row; true when the id is new. */
  private boolean upsert(String table, String columns, @Nullable Object... values)
      throws SQLException {
    String names = "(" + columns + ")";
    String marks = "(" + "?, ".repeat(values.length - 1) + "?)";
    String insert = " INTO " + set.table(table) + " " + names + " VALUES " + marks;
    if (tx.update("INSERT OR IGNORE" + insert, values) == 1) {
      return true;
    }
    tx.update("REPLACE" + insert, values);
    return false;
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
    Set<Long> tokens = new LinkedHashSet<>();
    if (row instanceof VoucherRow voucher) {
      tokens.addAll(terms.ofOrder(voucher.order()));
      if (voucher.buyer() != null) {
        addAll(tokens, voucher.buyer().name(), voucher.buyer().phone());
      }
    } else if (row instanceof UserRow user) {
      tokens.addAll(terms.ofName(user.name()));
    }
    return tokens;
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
