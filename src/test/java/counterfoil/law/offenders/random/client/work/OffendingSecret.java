package counterfoil.law.offenders.random.client.work;

import java.security.SecureRandom;

/** Makes its own secrets. */
public final class OffendingSecret {
  /** A secret. */
  public byte[] next() {
    byte[] secret = new byte[16];
    new SecureRandom().nextBytes(secret);
    return secret;
  }
}
