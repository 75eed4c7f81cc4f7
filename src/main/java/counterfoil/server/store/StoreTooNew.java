package counterfoil.server.store;

/** A database that a newer version of the program made; it is left as it is. */
public final class StoreTooNew extends Exception {
  private static final long serialVersionUID = 1L;

  StoreTooNew(int found, int known) {
    super(
        "The database has schema "
            + found
            + ", this program knows up to "
            + known
            + ". Install the newer version of the program.");
  }
}
