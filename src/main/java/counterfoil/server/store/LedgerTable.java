package counterfoil.server.store;

import counterfoil.domain.ledger.Account;
import counterfoil.domain.ledger.Entry;
import counterfoil.domain.ledger.Posting;
import counterfoil.domain.money.Money;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The append-only double-entry ledger: no update, no delete, each posting sums to zero. */
public final class LedgerTable {
  private final Sql sql;
  private final String tenant;

  LedgerTable(Sql sql, String tenant) {
    this.sql = sql;
    this.tenant = tenant;
  }

  /** Appends a posting. */
  public void append(Posting posting) {
    sql.later(
        "INSERT INTO posting (tenant_id, id, at, kind, subject, reverses) VALUES (?, ?, ?, ?, ?,"
            + " ?)",
        tenant,
        posting.id(),
        posting.at(),
        posting.kind().wire(),
        posting.order(),
        posting.reverses());
    long n = 0;
    for (Entry entry : posting.entries()) {
      n++;
      sql.later(
          "INSERT INTO entry (tenant_id, posting_id, n, account, party, amount, currency) VALUES"
              + " (?, ?, ?, ?, ?, ?, ?)",
          tenant,
          posting.id(),
          n,
          entry.account().kind().wire(),
          entry.account().party(),
          entry.amount().amount(),
          entry.amount().currency());
    }
  }

  /** The posting of a kind about an order that nothing took back, or null. */
  public @Nullable Posting standing(Posting.Kind kind, String order) {
    sql.flush();
    return sql.one(
        "SELECT id, subject, at, reverses FROM posting p WHERE tenant_id = ? AND kind = ? AND"
            + " subject = ? AND NOT EXISTS (SELECT 1 FROM posting q WHERE q.tenant_id ="
            + " p.tenant_id AND q.subject = p.subject AND q.reverses = p.id)",
        row ->
            new Posting(
                row.text(1),
                kind,
                row.text(2),
                row.time(3),
                row.textOrNull(4),
                entries(row.text(1))),
        tenant,
        kind.wire(),
        order);
  }

  /** The balance of every account that was ever posted to. */
  public Map<Account, Money> balances() {
    Map<Account, Money> balances = new HashMap<>();
    for (Entry entry :
        sql.list(
            "SELECT account, party, CAST(SUM(amount) AS bigint), currency FROM entry WHERE"
                + " tenant_id = ? GROUP BY account, party, currency",
            LedgerTable::entry,
            tenant)) {
      balances.put(entry.account(), entry.amount());
    }
    return Map.copyOf(balances);
  }

  private List<Entry> entries(String posting) {
    return sql.list(
        "SELECT account, party, amount, currency FROM entry WHERE tenant_id = ? AND posting_id = ?"
            + " ORDER BY n",
        LedgerTable::entry,
        tenant,
        posting);
  }

  private static Entry entry(Sql.Row row) throws SQLException {
    Account.Kind kind = Account.Kind.valueOf(row.text(1).toUpperCase(Locale.ROOT));
    return new Entry(new Account(kind, row.textOrNull(2)), new Money(row.number(3), row.text(4)));
  }
}
