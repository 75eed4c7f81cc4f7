package counterfoil.client.device;

/** Takes off what a scanner adds to a code: control characters, AIM identifier, prefix, suffix. */
final class CodeText {

  private CodeText() {}

  static String strip(String reading, WedgeSettings settings) {
    String text = settings.stripControls() ? withoutControls(reading) : reading;
    text = text.strip();
    // Scanners differ in whether the identifier goes before or after the prefix.
    String opened = withoutIdentifier(text, settings);
    if (!settings.prefix().isEmpty() && opened.startsWith(settings.prefix())) {
      opened = withoutIdentifier(opened.substring(settings.prefix().length()), settings);
    }
    if (!settings.suffix().isEmpty() && opened.endsWith(settings.suffix())) {
      opened = opened.substring(0, opened.length() - settings.suffix().length());
    }
    return opened.strip();
  }

  /** A closing bracket, a letter for the symbology, a modifier (ISO/IEC 15424). */
  private static String withoutIdentifier(String text, WedgeSettings settings) {
    boolean present =
        settings.stripIdentifier()
            && text.length() > 3
            && text.charAt(0) == ']'
            && isLetter(text.charAt(1))
            && (isLetter(text.charAt(2)) || isDigit(text.charAt(2)));
    return present ? text.substring(3) : text;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String withoutControls(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
