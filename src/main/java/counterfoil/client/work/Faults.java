package counterfoil.client.work;

import counterfoil.client.cache.StorageProblem;

/** Technical faults by what to do, each with a number that stays the same for the same fault. */
final class Faults {
  private Faults() {}

  static FaultKind of(StorageProblem problem) {
    return switch (problem) {
      case FULL -> FaultKind.DISK_FULL;
      case READ_ONLY -> FaultKind.DISK_READ_ONLY;
      case DAMAGED -> FaultKind.STORE_DAMAGED;
      case IN_USE, CLOSED, UNREADABLE -> FaultKind.STORE_UNUSABLE;
    };
  }

  static String incident(FaultKind kind) {
    return switch (kind) {
      case DISK_FULL -> "CF-S01";
      case DISK_READ_ONLY -> "CF-S02";
      case STORE_DAMAGED -> "CF-S03";
      case STORE_UNUSABLE -> "CF-S04";
      case SERVER -> "CF-N01";
      case SIGNED_OUT -> "CF-N03";
      case BROKEN_OFF -> "CF-P01";
    };
  }
}
