package counterfoil.client.device;

/**
 * A code read once, and where.
 *
 * @param code what was read
 * @param left the left edge, as a share of the picture's width
 * @param top the upper edge, as a share of its height
 * @param right the right edge
 * @param bottom the lower edge
 * @param votes how many readings of the same place agree on it
 */
record Sighting(PictureCode code, double left, double top, double right, double bottom, int votes) {

  boolean overlaps(Sighting other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  /** The same code seen again here or nearby. */
  Sighting and(Sighting other) {
    return new Sighting(
        code,
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom),
        votes + other.votes);
  }

  /** The same place in the picture that was turned a quarter to the left before it was read. */
  Sighting turnedBack() {
    return new Sighting(code, 1 - bottom, left, 1 - top, right, votes);
  }
}
