package counterfoil.server.store;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Holder;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Standing;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Validity;
import counterfoil.domain.voucher.Voucher;
import counterfoil.domain.voucher.Worth;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Vouchers and their redemptions. A voucher that was read is kept for the rest of the transaction,
 * and what changed is written once before the commit, so that a hundred redemptions of one
 * transaction cost one batch.
 */
public final class VoucherTable {
  private static final String REDEMPTION =
      "r.id, r.voucher, r.worth, r.taken, r.currency, r.store, r.device, r.by_user, r.redeemed_at,"
          + " r.mode, r.undone";
  private static final int REDEMPTION_COLUMNS = 11;
  private static final String VOUCHER =
      "v.id, v.good, v.party, v.distributor, v.kind, v.worth, v.total, v.remaining, v.currency,"
          + " v.standing, v.valid_from, v.valid_to, v.blocked_weekdays, v.holidays_blocked,"
          + " v.stores, v.guessable, v.code_hash, v.code_tail, v.key_id, v.order_no, v.price,"
          + " v.sealed_buyer, v.delivered_at, v.settled, v.refunded_at, v.version";
  private static final String SELECT =
      "SELECT "
          + REDEMPTION
          + ", "
          + VOUCHER
          + " FROM voucher v LEFT JOIN redemption r ON r.tenant_id = v.tenant_id AND r.id ="
          + " v.last_redemption WHERE v.tenant_id = ?";

  private final Sql sql;
  private final ServerKey key;
  private final String tenant;
  private final Map<String, VoucherRow> seen = new LinkedHashMap<>();
  private final Map<String, String> byHash = new LinkedHashMap<>();
  private final Set<String> changed = new LinkedHashSet<>();

  VoucherTable(Sql sql, ServerKey key, String tenant) {
    this.sql = sql;
    this.key = key;
    this.tenant = tenant;
  }

  /**
   * A voucher with all that the server knows of it.
   *
   * @param terms what decisions need
   * @param party the supplier
   * @param distributor who sold it, or null for the supplier
   * @param codeHash keyed hash of its code
   * @param codeTail the code's last characters
   * @param keyId the key of the hash
   * @param order number of its order
   * @param price what the buyer paid
   * @param buyer the buyer as the caller's text, sealed in the table
   * @param deliveredAt t0 of VO-4
   * @param settled whether its order was settled
   * @param refundedAt when it was refunded
   * @param version version of the row
   */
  public record VoucherRow(
      Voucher terms,
      String party,
      @Nullable String distributor,
      String codeHash,
      String codeTail,
      String keyId,
      String order,
      Money price,
      @Nullable String buyer,
      Instant deliveredAt,
      boolean settled,
      @Nullable Instant refundedAt,
      long version) {

    /** The next version of the row with other terms. */
    public VoucherRow with(Voucher next) {
      return new VoucherRow(
          next,
          party,
          distributor,
          codeHash,
          codeTail,
          keyId,
          order,
          price,
          buyer,
          deliveredAt,
          settled,
          refundedAt,
          version + 1);
    }

    /** The same version, settled or not. */
    public VoucherRow settled(boolean now) {
      return new VoucherRow(
          terms,
          party,
          distributor,
          codeHash,
          codeTail,
          keyId,
          order,
          price,
          buyer,
          deliveredAt,
          now,
          refundedAt,
          version);
    }

    /** The same version, refunded. */
    public VoucherRow refunded(Instant at) {
      return new VoucherRow(
          terms,
          party,
          distributor,
          codeHash,
          codeTail,
          keyId,
          order,
          price,
          buyer,
          deliveredAt,
          settled,
          at,
          version);
    }

    /** Leaves buyer and hash out. */
    @Override
    public String toString() {
      return "VoucherRow[" + terms.id() + ", version " + version + "]";
    }
  }

  /** The voucher with an id, or null. */
  public @Nullable VoucherRow byId(String id) {
    VoucherRow known = seen.get(id);
    return known == null ? keep(sql.one(SELECT + " AND v.id = ?", this::row, tenant, id)) : known;
  }

  /** The voucher with a hash of its code, or null. */
  public @Nullable VoucherRow byCodeHash(String hash) {
    String id = byHash.get(hash);
    if (id != null) {
      return byId(id);
    }
    return keep(sql.one(SELECT + " AND v.code_hash = ?", this::row, tenant, hash));
  }

  /**
   * The vouchers whose state changes on a day: their first day, or the day after their last.
   *
   * @param after the id that the last reading ended with; empty to begin
   * @param most how many at most, in the order of ids
   */
  public List<String> changingOn(LocalDate day, String after, int most) {
    return sql.list(
        "SELECT id FROM voucher WHERE tenant_id = ? AND valid_from = ? AND id > ? UNION SELECT id"
            + " FROM voucher WHERE tenant_id = ? AND valid_to = ? AND id > ? ORDER BY id LIMIT ?",
        row -> row.text(1),
        tenant,
        day.toString(),
        after,
        tenant,
        day.minusDays(1).toString(),
        after,
        most);
  }

  /** Adds a voucher. */
  public void insert(VoucherRow row) {
    Voucher terms = row.terms();
    keep(row);
    sql.later(
        "INSERT INTO voucher (tenant_id, id, good, party, distributor, kind, worth, total,"
            + " remaining, currency, standing, valid_from, valid_to, blocked_weekdays,"
            + " holidays_blocked, stores, guessable, code_hash, code_tail, key_id, order_no, price,"
            + " sealed_buyer, delivered_at, last_redemption, settled, refunded_at, version) VALUES"
            + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?)",
        tenant,
        terms.id(),
        terms.good(),
        row.party(),
        row.distributor(),
        terms.kind().name(),
        worth(terms.worth()),
        total(terms.worth()),
        left(terms.worth()),
        row.price().currency(),
        terms.standing().name(),
        terms.validity().from() == null ? null : terms.validity().from().toString(),
        terms.validity().to() == null ? null : terms.validity().to().toString(),
        weekdays(terms.validity().blockedWeekdays()),
        terms.validity().holidaysBlocked(),
        IdList.text(terms.stores()),
        terms.guessable(),
        row.codeHash(),
        row.codeTail(),
        row.keyId(),
        row.order(),
        row.price().amount(),
        row.buyer() == null ? null : key.seal("voucher", terms.id(), 1, row.buyer()),
        row.deliveredAt(),
        terms.last() == null ? null : terms.last().id(),
        row.settled(),
        row.refundedAt(),
        row.version());
  }

  /** Changes a voucher's worth, standing, last redemption or settlement. */
  public void update(VoucherRow row) {
    seen.put(row.terms().id(), row);
    changed.add(row.terms().id());
  }

  /** Adds a redemption. */
  public void insert(Redemption redemption) {
    sql.later(
        "INSERT INTO redemption (tenant_id, id, voucher, worth, taken, currency, store, device,"
            + " by_user, redeemed_at, mode, undone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        tenant,
        redemption.id(),
        redemption.voucher(),
        redemption.take() instanceof Take.Uses ? "uses" : "value",
        switch (redemption.take()) {
          case Take.Uses(int uses) -> (long) uses;
          case Take.Amount(Money amount) -> amount.amount();
        },
        redemption.take() instanceof Take.Amount(Money amount) ? amount.currency() : Money.CNY,
        redemption.store(),
        redemption.device(),
        redemption.by(),
        redemption.redeemedAt(),
        redemption.mode().name(),
        redemption.undone());
  }

  /** Marks a redemption undone. */
  public void undone(String redemption) {
    sql.later(
        "UPDATE redemption SET undone = 1 WHERE tenant_id = ? AND id = ?", tenant, redemption);
  }

  /** The redemption with an id, or null. Sees what this transaction added. */
  public @Nullable Redemption redemption(String id) {
    sql.flush();
    return sql.one(
        "SELECT " + REDEMPTION + " FROM redemption r WHERE r.tenant_id = ? AND r.id = ?",
        VoucherTable::redemption,
        tenant,
        id);
  }

  /** The newest redemption of a voucher that stands, leaving one out, or null. */
  public @Nullable Redemption standing(String voucher, String except) {
    sql.flush();
    return sql.one(
        "SELECT "
            + REDEMPTION
            + " FROM redemption r WHERE r.tenant_id = ? AND r.voucher = ? AND r.id <> ? AND"
            + " r.undone = 0 ORDER BY r.redeemed_at DESC, r.id DESC LIMIT 1",
        VoucherTable::redemption,
        tenant,
        voucher,
        except);
  }

  /** Writes what changed. */
  void flush() {
    if (changed.isEmpty()) {
      return;
    }
    for (String id : changed) {
      VoucherRow row = seen.get(id);
      if (row != null) {
        write(row);
      }
    }
    changed.clear();
  }

  private void write(VoucherRow row) {
    Voucher terms = row.terms();
    sql.later(
        "UPDATE voucher SET remaining = ?, standing = ?, last_redemption = ?, settled = ?,"
            + " refunded_at = ?, version = ? WHERE tenant_id = ? AND id = ?",
        left(terms.worth()),
        terms.standing().name(),
        terms.last() == null ? null : terms.last().id(),
        row.settled(),
        row.refundedAt(),
        row.version(),
        tenant,
        terms.id());
  }

  private @Nullable VoucherRow keep(@Nullable VoucherRow row) {
    if (row == null) {
      return null;
    }
    // What this transaction changed is newer than what a select by another key brings.
    VoucherRow known = seen.putIfAbsent(row.terms().id(), row);
    byHash.put(row.codeHash(), row.terms().id());
    return known == null ? row : known;
  }

  private static Redemption redemption(Sql.Row row) throws SQLException {
    long taken = row.number(4);
    Take take =
        row.text(3).equals("uses")
            ? new Take.Uses(Math.toIntExact(taken))
            : new Take.Amount(new Money(taken, row.text(5)));
    return new Redemption(
        row.text(1),
        row.text(2),
        take,
        row.text(6),
        row.text(7),
        row.text(8),
        row.time(9),
        Redemption.Mode.valueOf(row.text(10)),
        row.flag(11));
  }

  private VoucherRow row(Sql.Row row) throws SQLException {
    int v = REDEMPTION_COLUMNS;
    String id = row.text(v + 1);
    String currency = row.text(v + 9);
    Redemption last = row.textOrNull(1) == null ? null : redemption(row);
    Voucher terms =
        new Voucher(
            id,
            row.text(v + 2),
            Voucher.Kind.valueOf(row.text(v + 5)),
            worth(row.text(v + 6), row.number(v + 7), row.number(v + 8), currency),
            Standing.valueOf(row.text(v + 10)),
            new Validity(
                day(row.textOrNull(v + 11)),
                day(row.textOrNull(v + 12)),
                weekdays(row.text(v + 13)),
                row.flag(v + 14)),
            IdList.ids(row.text(v + 15)),
            row.flag(v + 16),
            new Holder.Free(),
            last);
    String sealed = row.textOrNull(v + 22);
    return new VoucherRow(
        terms,
        row.text(v + 3),
        row.textOrNull(v + 4),
        row.text(v + 17),
        row.text(v + 18),
        row.text(v + 19),
        row.text(v + 20),
        new Money(row.number(v + 21), currency),
        sealed == null ? null : key.open("voucher", id, 1, sealed),
        row.time(v + 23),
        row.flag(v + 24),
        row.timeOrNull(v + 25),
        row.number(v + 26));
  }

  private static Worth worth(String kind, long total, long left, String currency) {
    return kind.equals("uses")
        ? new Worth.Uses(Math.toIntExact(total), Math.toIntExact(left))
        : new Worth.Value(new Money(total, currency), new Money(left, currency));
  }

  private static String worth(Worth worth) {
    return worth instanceof Worth.Uses ? "uses" : "value";
  }

  private static long total(Worth worth) {
    return switch (worth) {
      case Worth.Uses(int total, int left) -> total;
      case Worth.Value(Money total, Money left) -> total.amount();
    };
  }

  private static long left(Worth worth) {
    return switch (worth) {
      case Worth.Uses(int total, int left) -> left;
      case Worth.Value(Money total, Money left) -> left.amount();
    };
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static String weekdays(Set<DayOfWeek> days) {
    return String.join(
        "", new TreeSet<>(days).stream().map(day -> Integer.toString(day.getValue())).toList());
  }

  private static Set<DayOfWeek> weekdays(String digits) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    digits.chars().forEach(digit -> days.add(DayOfWeek.of(digit - '0')));
    return days;
  }
}
