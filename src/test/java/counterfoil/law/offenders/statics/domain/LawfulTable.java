package counterfoil.law.offenders.statics.domain;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Constants, tables and a log. */
public final class LawfulTable {
  /** A number. */
  public static final int LIMIT = 4096;

  private static final Logger LOG = LoggerFactory.getLogger(LawfulTable.class);
  private static final Pattern CODE = Pattern.compile("[0-9]+");
  private static final List<String> NAMES = List.of("a", "b");
  private static final Map<String, Integer> WEIGHTS = Map.of("a", 1);
  private static final int[] FACTORS = {3, 1};
  private static final LawfulTable ONLY = new LawfulTable("only");

  private final String name;

  private LawfulTable(String name) {
    this.name = name;
  }

  /** Uses them all. */
  public static String describe(Kind kind) {
    LOG.debug("asked for {}", kind);
    return ONLY.name + CODE + NAMES + WEIGHTS + FACTORS[kind == Kind.GOOD ? 0 : 1];
  }

  /** Has hidden fields of the compiler's own. */
  public enum Kind {
    GOOD,
    BAD
  }
}
