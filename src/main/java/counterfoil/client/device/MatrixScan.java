package counterfoil.client.device;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.Reader;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads square codes, each found by its finder pattern at any angle. Their error correction refuses
 * a damaged symbol rather than misread it.
 */
final class MatrixScan {

  private static final Map<DecodeHintType, ?> HARDER =
      Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE);
  private static final Map<DecodeHintType, ?> PLAIN = Map.of();

  private final Set<Symbology> allowed;

  MatrixScan(Set<Symbology> allowed) {
    this.allowed = allowed;
  }

  List<Sighting> scan(GrayPicture picture) {
    List<Sighting> found = new ArrayList<>();
    for (Binarizer binarizer : binarizers(picture)) {
      if (allowed.contains(Symbology.QR_CODE)) {
        severalQr(binarizer, picture, found);
        for (Map<DecodeHintType, ?> hints : List.of(PLAIN, HARDER)) {
          one(new QRCodeReader(), hints, Symbology.QR_CODE, binarizer, picture, found);
        }
      }
      if (allowed.contains(Symbology.DATA_MATRIX)) {
        one(new DataMatrixReader(), HARDER, Symbology.DATA_MATRIX, binarizer, picture, found);
      }
    }
    return found;
  }

  private static List<Binarizer> binarizers(GrayPicture picture) {
    return List.of(
        new HybridBinarizer(picture.source()), new GlobalHistogramBinarizer(picture.source()));
  }

  private static void severalQr(Binarizer binarizer, GrayPicture picture, List<Sighting> found) {
    try {
      for (Result result :
          new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(binarizer), HARDER)) {
        if (result.getBarcodeFormat() == BarcodeFormat.QR_CODE) {
          found.add(sighting(result, Symbology.QR_CODE, picture));
        }
      }
    } catch (ReaderException | IndexOutOfBoundsException | IllegalArgumentException none) {
      // Nothing readable in this view. The unchecked ones come from damaged symbols.
    }
  }

  private static void one(
      Reader reader,
      Map<DecodeHintType, ?> hints,
      Symbology kind,
      Binarizer binarizer,
      GrayPicture picture,
      List<Sighting> found) {
    try {
      found.add(sighting(reader.decode(new BinaryBitmap(binarizer), hints), kind, picture));
    } catch (ReaderException | IndexOutOfBoundsException | IllegalArgumentException none) {
      // As above.
    }
  }

  private static Sighting sighting(Result result, Symbology kind, GrayPicture picture) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = 0;
    double bottom = 0;
    for (ResultPoint point : result.getResultPoints()) {
      if (point != null) {
        left = Math.min(left, point.getX() / picture.width());
        right = Math.max(right, point.getX() / picture.width());
        top = Math.min(top, point.getY() / picture.height());
        bottom = Math.max(bottom, point.getY() / picture.height());
      }
    }
    return new Sighting(new PictureCode(result.getText(), kind), left, top, right, bottom, 1);
  }
}
