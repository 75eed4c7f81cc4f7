package counterfoil.viewmodel.voucher;

import counterfoil.client.work.FaultKind;
import counterfoil.viewmodel.Wording;

/** What is said of each technical fault: what failed and is unharmed, and what to do (V18). */
final class FaultWords {
  private FaultWords() {}

  static Wording what(FaultKind kind) {
    return Wording.of(
        switch (kind) {
          case DISK_FULL -> "voucher.fault.disk-full.reason";
          case DISK_READ_ONLY -> "voucher.fault.read-only.reason";
          case STORE_DAMAGED -> "voucher.fault.damaged.reason";
          case STORE_UNUSABLE -> "voucher.fault.unusable.reason";
          case SERVER -> "voucher.fault.server.reason";
          case SIGNED_OUT -> "voucher.fault.signed-out.reason";
          case BROKEN_OFF -> "voucher.fault.reason";
        });
  }

  static Wording advice(FaultKind kind) {
    return Wording.of(
        switch (kind) {
          case DISK_FULL -> "voucher.fault.disk-full.advice";
          case DISK_READ_ONLY -> "voucher.fault.read-only.advice";
          case STORE_DAMAGED -> "voucher.fault.damaged.advice";
          case STORE_UNUSABLE -> "voucher.fault.unusable.advice";
          case SERVER -> "voucher.fault.server.advice";
          case SIGNED_OUT -> "voucher.fault.signed-out.advice";
          case BROKEN_OFF -> "voucher.fault.advice";
        });
  }
}
