package counterfoil.client.work;

/** How a code came in. */
public enum Source {
  /** A scanner that types. */
  SCANNER,
  /** A person at the keyboard. */
  TYPED,
  /** A picture: file, drop or clipboard. */
  PICTURE
}
