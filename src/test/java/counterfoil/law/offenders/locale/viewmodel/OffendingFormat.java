package counterfoil.law.offenders.locale.viewmodel;

/** Formats as the machine likes. */
public final class OffendingFormat {
  /** An amount. */
  public String amount(double yuan) {
    return String.format("%.2f", yuan);
  }
}
