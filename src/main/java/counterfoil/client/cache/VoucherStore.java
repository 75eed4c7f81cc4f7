package counterfoil.client.cache;

import counterfoil.domain.rights.Collection;
import counterfoil.domain.voucher.Voucher;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.FeedRow;
import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.MalformedJson;
import counterfoil.protocol.VoucherRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Vouchers in the scope of this device's users. Reads never wait for the network. */
public final class VoucherStore {
  /** More candidates than this are not decrypted. */
  private static final int MOST_CANDIDATES = 1_000;

  private static final String SELECT = "SELECT id, version, sealed FROM feed_vouchers ";

  private final Database database;
  private final Vault vault;
  private final PendingStore pending;

  VoucherStore(Database database, Vault vault, PendingStore pending) {
    this.database = database;
    this.vault = vault;
    this.pending = pending;
  }

  /**
   * The voucher of a code.
   *
   * @param hashes the code's hash under each code key that the device holds
   */
  public Optional<CachedVoucher> byCode(List<Bytes> hashes) {
    return database.read(
        tx -> {
          for (Bytes hash : hashes) {
            Optional<CachedVoucher> found = one(tx, "WHERE code_hash = ?", hash.toArray());
            // The column only finds; what was sealed decides.
            if (found.isPresent() && found.get().row().codeHash().equals(hash)) {
              return found;
            }
          }
          return Optional.empty();
        });
  }

  /** A voucher by its id. */
  public Optional<CachedVoucher> byId(String id) {
    return database.read(tx -> one(tx, "WHERE id = ?", id));
  }

  /** The same inside a transaction, for an act that decides on what it finds. */
  public Optional<CachedVoucher> byId(Tx tx, String id) throws SQLException {
    return one(tx, "WHERE id = ?", id);
  }

  /** How many vouchers the cache holds. */
  public long count() {
    return database.read(tx -> tx.number("SELECT count(*) FROM feed_vouchers"));
  }

  /**
   * A page of vouchers, newest ids first.
   *
   * @param before the last id of the page before, or null for the first page
   */
  public List<CachedVoucher> page(@Nullable String before, int most) {
    return database.read(
        tx ->
            before == null
                ? many(tx, "ORDER BY id DESC LIMIT ?", most)
                : many(tx, "WHERE id < ? ORDER BY id DESC LIMIT ?", before, most));
  }

  /** Searches buyers' names and phones and order numbers (V21). */
  public Found<CachedVoucher> search(String typed) {
    Set<Set<Long>> questions = new Terms(vault.keys().terms()).asked(typed);
    return database.read(
        tx -> {
          Set<String> ids = new LinkedHashSet<>();
          for (Set<Long> tokens : questions) {
            ids.addAll(candidates(tx, tokens));
          }
          if (ids.size() > MOST_CANDIDATES) {
            return new Found.TooMany<>();
          }
          List<CachedVoucher> fitting = new ArrayList<>();
          for (String id : ids) {
            one(tx, "WHERE id = ?", id)
                .filter(each -> fits(each.row(), typed))
                .ifPresent(fitting::add);
          }
          fitting.sort(Collections.reverseOrder(Comparator.comparing(CachedVoucher::id)));
          return new Found.These<>(fitting);
        });
  }

  /** Ids that have all the tokens. */
  private static List<String> candidates(Tx tx, Set<Long> tokens) throws SQLException {
    if (tokens.isEmpty()) {
      return List.of();
    }
    String marks = "?, ".repeat(tokens.size() - 1) + "?";
    List<Object> values = new ArrayList<>(tokens);
    values.add(tokens.size());
    values.add(MOST_CANDIDATES + 1);
    return tx.list(
        "SELECT id FROM feed_term WHERE collection = 'vouchers' AND token IN ("
            + marks
            + ") GROUP BY id HAVING count(*) = ? LIMIT ?",
        row -> row.getString(1),
        values.toArray());
  }

  private static boolean fits(VoucherRow row, String typed) {
    String text = Terms.normal(typed);
    String digits = Terms.digits(typed);
    if (Terms.normal(row.order()).contains(text)) {
      return true;
    }
    if (row.buyer() == null) {
      return false;
    }
    String name = row.buyer().name();
    String phone = row.buyer().phone();
    return (name != null && Terms.normal(name).contains(text))
        || (phone != null && digits.length() >= 4 && Terms.digits(phone).endsWith(digits));
  }

  private Optional<CachedVoucher> one(Tx tx, String where, Object value) throws SQLException {
    List<CachedVoucher> found = many(tx, where, value);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  private List<CachedVoucher> many(Tx tx, String where, Object... values) throws SQLException {
    List<CachedVoucher> found = new ArrayList<>();
    for (Row each : tx.list(SELECT + where, this::row, values)) {
      Voucher served = each.row().voucher(each.id());
      Voucher now = pending.onTop(tx, served, each.version());
      found.add(new CachedVoucher(each.version(), each.row(), now, !now.equals(served)));
    }
    return found;
  }

  private record Row(String id, long version, VoucherRow row) {}

  private Row row(ResultSet row) throws SQLException {
    String id = row.getString(1);
    long version = row.getLong(2);
    return new Row(
        id,
        version,
        read(FeedWriter.open(vault, Collection.VOUCHERS, id, version, row.getBytes(3))));
  }

  static VoucherRow read(Bytes data) {
    try {
      return (VoucherRow) FeedRow.read(Collection.VOUCHERS, data);
    } catch (MalformedJson | InvalidContent _) {
      throw new StorageFailure(StorageProblem.DAMAGED, "vouchers");
    }
  }
}
