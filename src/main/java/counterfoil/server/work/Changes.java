package counterfoil.server.work;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.ChangeLine;
import counterfoil.protocol.Cursor;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.server.store.FeedTable;
import counterfoil.server.store.Store;
import counterfoil.server.store.Tables;
import counterfoil.server.store.TenantTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the change feed: every object in the person's scope whose last change lies after the
 * cursor, once, in the order of last changes.
 */
public final class Changes {
  /** The most rows of a page. */
  public static final int MOST_ROWS = 10_000;

  private final Store store;
  private final InstantSource clock;
  private final Duration tombstonesKept;

  Changes(Store store, InstantSource clock, Duration tombstonesKept) {
    this.store = store;
    this.clock = clock;
    this.tombstonesKept = tombstonesKept;
  }

  /**
   * A page.
   *
   * @param caller who reads
   * @param after where it begins; null for the beginning
   * @param limit the most rows, 1 to {@link #MOST_ROWS}
   * @return the page; or {@code invalid-cursor}, {@code cursor-too-old}, {@code cursor-ahead},
   *     {@code scope-changed}
   */
  public Answer<ChangePage> page(Caller caller, @Nullable String after, int limit) {
    if (limit < 1 || limit > MOST_ROWS) {
      return new Answer.Refused<>(
          Problem.of(ProblemCode.INVALID_REQUEST)
              .detail("limit must be between 1 and " + MOST_ROWS));
    }
    Scope scope = new Scope(caller.actor());
    return store.read(
        tx -> {
          Tables tables = tx.of(caller.tenant());
          TenantTable.TenantRow row = row(tables);
          long from = 0;
          long base = row.seq();
          if (after != null) {
            Optional<Cursor> cursor = Cursor.read(after);
            Problem problem =
                cursor.isEmpty()
                    ? Problem.of(ProblemCode.INVALID_CURSOR)
                    : check(tables, row, cursor.get(), scope);
            if (problem != null) {
              return new Answer.Refused<>(problem);
            }
            from = cursor.map(Cursor::seq).orElse(0L);
            base = cursor.map(Cursor::base).orElse(0L);
          }
          return new Answer.Done<>(read(tables, row, scope, new Span(from, base), limit));
        });
  }

  /** The cursor at the feed's newest place. */
  String newest(Caller caller) {
    return store.read(
        tx -> {
          Tables tables = tx.of(caller.tenant());
          TenantTable.TenantRow row = row(tables);
          return cursor(tables, row, new Scope(caller.actor()), new Span(row.seq(), row.seq()));
        });
  }

  private static TenantTable.TenantRow row(Tables tables) {
    TenantTable.TenantRow row = tables.tenant().read();
    if (row == null) {
      throw new IllegalStateException("no such tenant");
    }
    return row;
  }

  /** Where a page begins or ends, and the newest place that its reader knew of. */
  private record Span(long seq, long base) {}

  private @Nullable Problem check(
      Tables tables, TenantTable.TenantRow row, Cursor cursor, Scope scope) {
    if (!cursor.epoch().equals(row.epoch())
        || cursor.base() > row.seq()
        || !cursor.audit().equals(audit(tables, cursor.seq()))) {
      return Problem.of(ProblemCode.CURSOR_AHEAD);
    }
    if (cursor.base() < row.floor() || outlived(tables, cursor.base())) {
      return Problem.of(ProblemCode.CURSOR_TOO_OLD);
    }
    return cursor.scope().equals(scope.hash().first(Cursor.PREFIX))
        ? null
        : Problem.of(ProblemCode.SCOPE_CHANGED);
  }

  /** Whether the first change that a reader missed is older than tombstones are kept. */
  private boolean outlived(Tables tables, long base) {
    Instant missed = tables.audit().firstAfter(base);
    return missed != null && missed.isBefore(clock.instant().minus(tombstonesKept));
  }

  private ChangePage read(
      Tables tables, TenantTable.TenantRow row, Scope scope, Span from, int limit) {
    Instant now = clock.instant();
    List<ChangeLine> lines = new ArrayList<>();
    long at = from.seq();
    while (lines.size() < limit) {
      List<FeedTable.Entry> entries = tables.feed().after(at);
      if (entries.isEmpty()) {
        // Nothing is left: the page ends at the newest place, past what was not for this person.
        return new ChangePage(
            lines, cursor(tables, row, scope, new Span(row.seq(), row.seq())), false, 0);
      }
      for (FeedTable.Entry entry : entries) {
        if (lines.size() == limit) {
          break;
        }
        ChangeLine line = scope.line(entry, now);
        if (line != null) {
          lines.add(line);
        }
        at = entry.seq();
      }
    }
    return new ChangePage(
        lines,
        cursor(tables, row, scope, new Span(at, from.base())),
        at < row.seq(),
        row.seq() - at);
  }

  private static String cursor(Tables tables, TenantTable.TenantRow row, Scope scope, Span at) {
    return new Cursor(row.epoch(), at.seq(), at.base(), audit(tables, at.seq()), scope.hash())
        .text();
  }

  private static Bytes audit(Tables tables, long seq) {
    String hash = tables.audit().hashAt(seq);
    return (hash == null ? AuditCheck.start() : Bytes.ofHex(hash).orElseThrow())
        .first(Cursor.PREFIX);
  }
}
