package counterfoil.client.device;

/**
 * One key that yields a character.
 *
 * @param code the key's name; empty when only the character is known
 * @param text the character produced; empty when an input method swallowed it
 * @param shift whether Shift was down
 * @param timeNanos when
 * @param held whether the key repeats because a person holds it down
 */
record Stroke(String code, String text, boolean shift, long timeNanos, boolean held) {

  Stroke withText(String produced) {
    return new Stroke(code, produced, shift, timeNanos, held);
  }
}
