package counterfoil.law.offenders.locale.viewmodel;

import java.time.ZoneId;
import java.util.Locale;

/** Asks where it is. */
public final class OffendingPlace {
  /** Here. */
  public String here() {
    return Locale.getDefault() + " " + ZoneId.systemDefault();
  }
}
