package counterfoil.client.cache;

/** What became of an attempt to open the vault. Only {@link Open} lets anybody read or write. */
public sealed interface VaultResult {

  /** The keys are in memory. */
  record Open() implements VaultResult {}

  /** The password does not open this person's copy of the data key. */
  record WrongPassword() implements VaultResult {}

  /** This person never signed in on this machine; somebody who did must open the vault first. */
  record UnknownPerson() implements VaultResult {}

  /** The store has sealed rows, but the file with the wrapped keys is gone. */
  record Missing() implements VaultResult {}

  /**
   * The file with the wrapped keys was changed or cut.
   *
   * @param where the line at fault, counted from 1
   */
  record Damaged(int where) implements VaultResult {}
}
