package counterfoil.protocol;

/** A body that is not JSON as the contract allows it; answered with 400 {@code malformed-json}. */
public final class MalformedJson extends Exception {
  private static final long serialVersionUID = 1L;

  /** Names what is wrong, without quoting the body. */
  public MalformedJson(String reason) {
    super(reason);
  }
}
