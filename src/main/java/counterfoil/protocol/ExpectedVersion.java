package counterfoil.protocol;

/** The version of its target that a command was made for; a stale one is refused. */
public sealed interface ExpectedVersion {

  /**
   * A version that the feed brought.
   *
   * @param version at least 0
   */
  record Exactly(long version) implements ExpectedVersion {}

  /**
   * The version that another command of the same device makes, whatever its number.
   *
   * @param command id of that command
   */
  record After(String command) implements ExpectedVersion {}
}
