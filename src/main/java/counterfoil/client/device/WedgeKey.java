package counterfoil.client.device;

/**
 * One happening at the keyboard, as a user-interface toolkit reports it.
 *
 * <p>A key that yields a character is reported twice, first {@link Pressed} and then {@link Typed};
 * both are wanted, because each can be wrong alone: an input method swallows the character, a
 * foreign layout changes it. Feeding {@link Released} as well lets the decoder tell a key held down
 * from a scanner that sends the same digit again.
 */
public sealed interface WedgeKey {

  /**
   * A key went down, or repeats because it is held.
   *
   * @param code the key's name as JavaFX's {@code KeyCode} spells it: {@code A}, {@code DIGIT1},
   *     {@code NUMPAD1}, {@code ENTER}; a name that is not known yields only what is typed after it
   * @param shift whether Shift is down
   * @param shortcut whether Control, Alt or Meta is down; such a key yields only what is typed
   *     after it
   */
  record Pressed(String code, boolean shift, boolean shortcut) implements WedgeKey {}

  /**
   * The character or characters that the last press produced, or that an input method committed.
   *
   * @param text as the toolkit delivered it, control characters included
   */
  record Typed(String text) implements WedgeKey {}

  /**
   * A key came up.
   *
   * @param code the key's name, as in {@link Pressed}
   */
  record Released(String code) implements WedgeKey {}
}
