package counterfoil.viewmodel.voucher;

import counterfoil.domain.voucher.VoucherCode;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/** Why a redemption is taken back (V24): a usual reason by its number, or a person's own words. */
final class UndoReasons {
  /** As they are kept with the undo, whatever language the screen speaks. */
  private static final List<String> USUAL =
      List.of("scanned-by-mistake", "customer-changed-mind", "service-not-given");

  /** What is kept of an undo before anything was served. */
  static final String NOT_SERVED = "not-served";

  private static final int MOST = 500;

  private UndoReasons() {}

  /**
   * The reason in what was typed; empty when it says nothing, or is a code, which none may keep.
   */
  static Optional<String> of(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    if (plain.matches("[1-9]") && Integer.parseInt(plain) <= USUAL.size()) {
      return Optional.of(USUAL.get(Integer.parseInt(plain) - 1));
    }
    boolean code = VoucherCode.of(plain).filter(VoucherCode::looksGenerated).isPresent();
    return plain.isEmpty() || plain.matches("[0-9]+") || code
        ? Optional.empty()
        : Optional.of(plain.substring(0, Math.min(MOST, plain.length())));
  }
}
