package counterfoil.viewmodel;

/** The two looks of the program. */
public enum Theme {
  /** Ink on warm paper. */
  LIGHT,
  /** The same at night. */
  DARK;

  /** The other one. */
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
