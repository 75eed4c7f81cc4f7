package counterfoil.server.store;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.RefundSetting;
import counterfoil.domain.voucher.Voucher;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goods that vouchers are good for. */
public final class GoodTable {
  private final Sql sql;
  private final String tenant;
  private final Map<String, Good> seen = new LinkedHashMap<>();

  GoodTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  /**
   * A good (VO-1, VO-10).
   *
   * @param id good id
   * @param supplier the party that supplies and redeems it
   * @param name its name
   * @param kind who redeems it
   * @param supply what the supplier gets for one
   * @param suggestedFrom lower end of the suggested retail price
   * @param suggestedTo upper end of it
   * @param retail what the buyer pays
   * @param refund what is promised about refunds (VO-6)
   * @param version version of the row
   */
  public record Good(
      String id,
      String supplier,
      String name,
      Voucher.Kind kind,
      Money supply,
      Money suggestedFrom,
      Money suggestedTo,
      Money retail,
      RefundSetting refund,
      long version) {}

  /** The good with an id, or null. */
  public @Nullable Good byId(String id) {
    Good known = seen.get(id);
    if (known == null) {
      known =
          sql.one(
              "SELECT id, supplier, name, kind, currency, supply, suggested_from, suggested_to,"
                  + " retail, refund_kind, refund_days, version FROM good WHERE tenant_id = ? AND"
                  + " id = ?",
              GoodTable::row,
              tenant,
              id);
      if (known != null) {
        seen.put(id, known);
      }
    }
    return known;
  }

  /** Adds a good. */
  public void insert(Good good) {
    seen.put(good.id(), good);
    sql.run(
        "INSERT INTO good (tenant_id, id, supplier, name, kind, currency, supply, suggested_from,"
            + " suggested_to, retail, refund_kind, refund_days, version) VALUES (?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?)",
        tenant,
        good.id(),
        good.supplier(),
        good.name(),
        good.kind().name(),
        good.retail().currency(),
        good.supply().amount(),
        good.suggestedFrom().amount(),
        good.suggestedTo().amount(),
        good.retail().amount(),
        switch (good.refund()) {
          case RefundSetting.Always() -> "always";
          case RefundSetting.Never() -> "never";
          case RefundSetting.UntilBeforeExpiry(int days) -> "until_before_expiry";
        },
        good.refund() instanceof RefundSetting.UntilBeforeExpiry(int days) ? (long) days : 0L,
        good.version());
  }

  private static Good row(Sql.Row row) throws SQLException {
    String currency = row.text(5);
    RefundSetting refund =
        switch (row.text(10)) {
          case "always" -> new RefundSetting.Always();
          case "never" -> new RefundSetting.Never();
          case "until_before_expiry" ->
              new RefundSetting.UntilBeforeExpiry(Math.toIntExact(row.number(11)));
          default -> throw new IllegalStateException("refund setting " + row.text(10));
        };
    return new Good(
        row.text(1),
        row.text(2),
        row.text(3),
        Voucher.Kind.valueOf(row.text(4)),
        new Money(row.number(6), currency),
        new Money(row.number(7), currency),
        new Money(row.number(8), currency),
        new Money(row.number(9), currency),
        refund,
        row.number(12));
  }
}
