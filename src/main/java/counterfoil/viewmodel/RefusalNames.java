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
      case "no-store" -> Wording.of("voucher.short.no-store");
      case "not-known-here" -> Wording.of("voucher.short.not-known-here");
      case "sum-spent" -> Wording.of("voucher.short.sum-spent");
      case "number-spent" -> Wording.of("voucher.short.number-spent");
      case "item-too-dear" -> Wording.of("voucher.short.too-dear");
      case "cache-too-old" -> Wording.of("voucher.short.not-synced");
      case "clock-off" -> Wording.of("voucher.short.clock");
      case "guessable" -> Wording.of("voucher.short.guessable");
      case "stored-value" -> Wording.of("voucher.short.stored-value");
      case "reading-only" -> Wording.of("voucher.short.reading-only");
      default -> Wording.literal(code);
    };
  }
}
