package counterfoil.app;

/** Entry point of every command. */
public final class Main {
  private Main() {}

  /**
   * Runs one command.
   *
   * @param arguments the command and its options
   */
  public static void main(String[] arguments) {
    System.out.println("counterfoil " + String.join(" ", arguments) + " on " + Runtime.version());
  }
}
