package counterfoil.viewmodel.shell;

import counterfoil.viewmodel.Wording;

/**
 * Who is signed in, and where.
 *
 * @param name the person's name
 * @param role what they do here, in words
 * @param store the store, or the business for desks
 * @param counter the counter; empty for desks
 * @param redeems whether the voucher screen is theirs (V44)
 * @param sample whether the business is the sample
 * @param readOnly whether the last online sign-in is so long ago that one may only read
 */
public record Person(
    String name,
    Wording role,
    Wording store,
    Wording counter,
    boolean redeems,
    boolean sample,
    boolean readOnly) {
  /** The sign in the round: the first character of the name. */
  public String initial() {
    return name.isEmpty() ? "?" : name.substring(0, name.offsetByCodePoints(0, 1));
  }
}
