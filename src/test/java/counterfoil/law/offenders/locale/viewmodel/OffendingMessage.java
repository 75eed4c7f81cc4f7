package counterfoil.law.offenders.locale.viewmodel;

import java.text.MessageFormat;

/** Fills a sentence as the machine likes. */
public final class OffendingMessage {
  /** A sentence. */
  public String left(int uses) {
    return MessageFormat.format("{0} left", uses);
  }
}
