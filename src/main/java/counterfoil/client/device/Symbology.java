package counterfoil.client.device;

import com.google.zxing.BarcodeFormat;

/** A kind of code that can be read from a picture. */
public enum Symbology {
  /** QR Code (ISO/IEC 18004). */
  QR_CODE(BarcodeFormat.QR_CODE),
  /** Code 128 (ISO/IEC 15417). */
  CODE_128(BarcodeFormat.CODE_128),
  /** Data Matrix (ISO/IEC 16022). */
  DATA_MATRIX(BarcodeFormat.DATA_MATRIX),
  /** EAN-13 (ISO/IEC 15420): articles, seldom vouchers. */
  EAN_13(BarcodeFormat.EAN_13),
  /** Code 39 (ISO/IEC 16388): has no check character, so only rows that agree protect it. */
  CODE_39(BarcodeFormat.CODE_39);

  private final BarcodeFormat format;

  Symbology(BarcodeFormat format) {
    this.format = format;
  }

  BarcodeFormat format() {
    return format;
  }

  boolean isLinear() {
    return switch (this) {
      case CODE_128, EAN_13, CODE_39 -> true;
      case QR_CODE, DATA_MATRIX -> false;
    };
  }
}
