package counterfoil.client.cache;

/**
 * The vault was locked while somebody still read or wrote; the caller asks the person to unlock.
 */
public final class VaultLocked extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  VaultLocked() {
    super("the vault is locked");
  }
}
