package counterfoil.viewmodel;

/** Each refusal in a word, wherever only its code was kept: the day's chart, the inbox. */
public final class RefusalNames {
  private RefusalNames() {}

  /** A refusal of which only the code was kept, in a word; a code of a later version as it is. */
  public static Wording of(String code) {
    return switch (code) {
      case "voucher-unknown" -> Wording.of("voucher.short.unknown");
      case "voucher-mistyped" -> Wording.of("voucher.short.mistyped");
      case "voucher-already-redeemed" -> Wording.of("voucher.short.already");
      case "voucher-expired" -> Wording.of("voucher.short.expired");
      case "voucher-refunded" -> Wording.of("voucher.short.refunded");
      case "voucher-frozen" -> Wording.of("voucher.short.frozen");
      case "voucher-not-yet-valid" -> Wording.of("voucher.short.not-yet");
      case "voucher-blocked-day" -> Wording.of("voucher.short.blocked");
      case "voucher-wrong-store" -> Wording.of("voucher.short.wrong-store");
      case "voucher-leased-elsewhere" -> Wording.of("voucher.short.leased-elsewhere");
      case "voucher-lease-lost" -> Wording.of("voucher.short.lease-lost");
      case "voucher-external" -> Wording.of("voucher.short.external");
      case "role-may-not-redeem" -> Wording.of("voucher.short.role");
      default -> Wording.literal(code);
    };
  }
}
