package counterfoil.client.device;

/**
 * A code found in a picture.
 *
 * @param text its content
 * @param format its kind
 */
public record PictureCode(String text, Symbology format) {}
