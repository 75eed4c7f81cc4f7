package counterfoil.law.offenders.locale.viewmodel;

import java.text.NumberFormat;

/** Groups digits as the machine likes. */
public final class OffendingNumber {
  /** A number. */
  public String format(long number) {
    return NumberFormat.getIntegerInstance().format(number);
  }
}
