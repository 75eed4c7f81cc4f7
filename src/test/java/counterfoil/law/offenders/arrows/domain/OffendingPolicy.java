package counterfoil.law.offenders.arrows.domain;

import counterfoil.law.offenders.arrows.protocol.LawfulMessage;

/** Sees the wire, if only in an array. */
public final class OffendingPolicy {
  /** Counts messages. */
  public int count(LawfulMessage[] messages) {
    return messages.length;
  }
}
