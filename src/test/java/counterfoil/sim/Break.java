package counterfoil.sim;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ways to break the program that a simulation worth its time must find. Each changes one call in
 * the compiled classes as they are loaded for a trial: the call is left out, or goes to a method of
 * the tests that does it wrong. The product has no hook for that, and a break that no longer finds
 * its call fails.
 */
enum Break {
  /** The cursor is kept first, its page in the next transaction. */
  CURSOR_BEFORE_ITS_PAGE(
      "counterfoil.client.sync.Pull",
      "FeedStore.apply",
      "cursorFirst",
      Step.Kind.CLIENT_CRASH,
      Step.Kind.FREEZE),
  /** The row of the outbox is one transaction, the effect that screens show another. */
  EFFECT_APART_FROM_ITS_ACT(
      "counterfoil.client.cache.Outbox", "PendingStore.add", "addLater", Step.Kind.CLIENT_CRASH),
  /** Starting over forgets what waits. */
  START_OVER_FORGETS_WHAT_WAITS(
      "counterfoil.client.cache.FeedStore",
      "SettingStore.remove",
      "forgetWaiting",
      Step.Kind.SCOPE,
      Step.Kind.SYNC),
  /** A refused act is told to nobody. */
  REFUSED_AND_NOT_IN_THE_INBOX("counterfoil.client.cache.Outbox", "Inbox.add", null),
  /** Signing in does not set the clock, so that the PC's counts. */
  CLOCK_OF_THE_PC(
      "counterfoil.client.session.Session",
      "ServerClock.heard",
      null,
      Step.Kind.CLOCK,
      Step.Kind.CLIENT_CRASH),
  /** The server answers when it has decided, before the commit. */
  ANSWER_BEFORE_THE_COMMIT(
      "counterfoil.server.work.TenantWriter", "Map.put", "answerAtOnce", Step.Kind.SERVER_CRASH),
  /** A repeated command is refused as such; its first answer is not given again. */
  FIRST_ANSWER_NOT_REPEATED("counterfoil.server.work.TenantWriter", "answerAt", "refuseRepeated"),
  /** The server forgets how far a device's chain has come. */
  HEAD_OF_THE_CHAIN_NOT_KEPT("counterfoil.server.work.TenantWriter", "DeviceTable.head", null),
  /** A redemption takes nothing off the voucher. */
  USE_NOT_TAKEN_OFF("counterfoil.domain.voucher.Redeeming", "Voucher.with", "asBefore");

  private final String where;
  private final String call;
  private final @Nullable String instead;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of makes it.
  private final Set<Step.Kind> leaning;

  Break(String where, String call, @Nullable String instead, Step.Kind... leaning) {
    this.where = where;
    this.call = call;
    this.instead = instead;
    this.leaning = Set.of(leaning);
  }

  /** The class that is changed. */
  String where() {
    return where;
  }

  /** Whether a call of a method is the one that is changed. */
  boolean changes(String owner, String method) {
    String simple = owner.substring(owner.lastIndexOf('/') + 1);
    return (simple + "." + method).equals(call) || (owner.equals(inside()) && method.equals(call));
  }

  private String inside() {
    return where.replace('.', '/');
  }

  /** The method that is called instead; null where the call is left out. */
  @Nullable String instead() {
    return instead;
  }

  /** What must happen often for the break to show soon. */
  Set<Step.Kind> leaning() {
    return leaning;
  }

  /** The class of the tests that holds it, in the package of the changed class. */
  String wrongWays() {
    return where.substring(0, where.lastIndexOf('.')) + ".WrongWays";
  }
}
