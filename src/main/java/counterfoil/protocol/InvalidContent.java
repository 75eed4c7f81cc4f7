package counterfoil.protocol;

/**
 * JSON that is well formed but not what the contract asks for. Names the place by JSON pointer (RFC
 * 6901) and the reason, without quoting the value, which may be a secret.
 */
public final class InvalidContent extends Exception {
  private static final long serialVersionUID = 1L;

  private final String pointer;
  private final String reason;

  /** Names place and reason. */
  public InvalidContent(String pointer, String reason) {
    super(pointer + ": " + reason);
    this.pointer = pointer;
    this.reason = reason;
  }

  /** Where, as a JSON pointer; empty text for the whole document. */
  public String pointer() {
    return pointer;
  }

  /** Why, in English, for the developer of a client. */
  public String reason() {
    return reason;
  }
}
