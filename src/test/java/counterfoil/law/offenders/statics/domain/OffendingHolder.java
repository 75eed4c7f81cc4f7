package counterfoil.law.offenders.statics.domain;

/** Holds a state in an object of its own. */
public final class OffendingHolder {
  private static final State STATE = new State();

  private OffendingHolder() {}

  /** Changes it. */
  public static void set(String text) {
    STATE.text = text;
  }

  /** Reads it. */
  public static String get() {
    return STATE.text;
  }

  private static final class State {
    private String text = "";
  }
}
