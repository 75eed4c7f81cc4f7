package counterfoil.client.cache;

/**
 * What one guess at a password costs: the parameters of Argon2id (RFC 9106). They are kept beside
 * each wrapped key, so that a later version may raise them.
 *
 * @param kibibytes memory
 * @param passes time cost
 * @param lanes parallelism
 */
public record VaultCost(int kibibytes, int passes, int lanes) {
  /** 64 MiB, three passes, one lane: about 0.2 s on a desktop. */
  public static final VaultCost STANDARD = new VaultCost(64 * 1024, 3, 1);

  private static final int MOST_KIBIBYTES = 1024 * 1024;

  /** Rejects costs that no honest header holds, before they eat the machine. */
  public VaultCost {
    if (kibibytes < 8 * lanes || kibibytes > MOST_KIBIBYTES) {
      throw new IllegalArgumentException("memory " + kibibytes);
    }
    if (passes < 1 || passes > 100 || lanes < 1 || lanes > 16) {
      throw new IllegalArgumentException("passes " + passes + ", lanes " + lanes);
    }
  }
}
