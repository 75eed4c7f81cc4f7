package counterfoil.sim;

/** A client process ends here: nothing on the way up may catch it. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("the process died", null, false, false);
  }
}
