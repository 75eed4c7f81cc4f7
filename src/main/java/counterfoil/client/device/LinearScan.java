package counterfoil.client.device;

import com.google.zxing.Binarizer;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.oned.Code39Reader;
import com.google.zxing.oned.EAN13Reader;
import com.google.zxing.oned.OneDReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads bar codes row by row and believes only what several rows agree on.
 *
 * <p>One row proves little: Code 128's check character lets one random row in 103 through, and
 * short texts appear in any striped picture. So a text needs {@value #MINIMUM_ROWS} rows and
 * {@value #MINIMUM_LENGTH} characters.
 */
final class LinearScan {

  static final int MINIMUM_ROWS = 3;
  static final int MINIMUM_LENGTH = 4;

  private static final int ROWS_LOOKED_AT = 96;
  private static final int SPLITS = 2;

  private final List<Symbology> kinds;

  LinearScan(Set<Symbology> allowed) {
    kinds = allowed.stream().filter(Symbology::isLinear).sorted().toList();
  }

  /** Looks along and across the picture. */
  List<Sighting> scan(GrayPicture picture) {
    if (kinds.isEmpty()) {
      return List.of();
    }
    List<Sighting> found = new ArrayList<>(along(picture));
    along(picture.turned()).forEach(sighting -> found.add(sighting.turnedBack()));
    return found;
  }

  private List<Sighting> along(GrayPicture picture) {
    Map<PictureCode, Sighting> votes = new HashMap<>();
    Map<PictureCode, Integer> rows = new HashMap<>();
    Binarizer byRow = new GlobalHistogramBinarizer(picture.source());
    Binarizer byBlock = new HybridBinarizer(picture.source());
    int step = Math.max(1, picture.height() / ROWS_LOOKED_AT);
    for (int y = step / 2; y < picture.height(); y += step) {
      List<Sighting> here = new ArrayList<>();
      readRow(blackRow(byRow, y), y, picture, here);
      readRow(blockRow(byBlock, y, picture), y, picture, here);
      here.forEach(sighting -> votes.merge(sighting.code(), sighting, Sighting::and));
      here.stream()
          .map(Sighting::code)
          .distinct()
          .forEach(code -> rows.merge(code, 1, Integer::sum));
    }
    return votes.values().stream()
        .filter(sighting -> rows.getOrDefault(sighting.code(), 0) >= MINIMUM_ROWS)
        .toList();
  }

  private static BitArray blackRow(Binarizer binarizer, int y) {
    try {
      return binarizer.getBlackRow(y, new BitArray(binarizer.getWidth()));
    } catch (NotFoundException flat) {
      return new BitArray(0);
    }
  }

  private static BitArray blockRow(Binarizer binarizer, int y, GrayPicture picture) {
    try {
      return binarizer.getBlackMatrix().getRow(y, new BitArray(picture.width()));
    } catch (NotFoundException flat) {
      return new BitArray(0);
    }
  }

  private void readRow(BitArray row, int y, GrayPicture picture, List<Sighting> found) {
    if (row.getSize() == 0) {
      return;
    }
    BitArray reversed = row.clone();
    reversed.reverse();
    for (Symbology kind : kinds) {
      OneDReader reader = reader(kind);
      Line forward = new Line(kind, reader, y, picture, false);
      forward.read(row, 0, SPLITS, found);
      Line backward = new Line(kind, reader, y, picture, true);
      backward.read(reversed, 0, SPLITS, found);
    }
  }

  private static OneDReader reader(Symbology kind) {
    return switch (kind) {
      case CODE_128 -> new Code128Reader();
      case EAN_13 -> new EAN13Reader();
      case CODE_39 -> new Code39Reader();
      case QR_CODE, DATA_MATRIX -> throw new IllegalArgumentException(kind + " has no rows");
    };
  }

  /** One row read for one kind of code, in one direction. */
  private record Line(
      Symbology kind, OneDReader reader, int y, GrayPicture picture, boolean reversed) {

    /** Reads a stretch; beside a code, or around the widest gap, there may be others. */
    void read(BitArray row, int offset, int splits, List<Sighting> found) {
      try {
        Result result = reader.decodeRow(y, row, Map.<DecodeHintType, Object>of());
        int start = Math.clamp((int) result.getResultPoints()[0].getX(), 0, row.getSize());
        int end =
            Math.clamp((int) Math.ceil(result.getResultPoints()[1].getX()), start, row.getSize());
        if (result.getText().length() >= MINIMUM_LENGTH) {
          found.add(sighting(result.getText(), offset + start, offset + end));
        }
        readRest(row, offset, end, splits, found);
      } catch (ReaderException | IndexOutOfBoundsException | IllegalArgumentException none) {
        readRest(row, offset, afterWidestGap(row), splits, found);
      }
    }

    private void readRest(BitArray row, int offset, int from, int splits, List<Sighting> found) {
      if (splits > 0 && from > 0 && row.getSize() - from > 40) {
        read(part(row, from, row.getSize()), offset + from, splits - 1, found);
      }
    }

    private Sighting sighting(String text, int start, int end) {
      double width = picture.width();
      double left = (reversed ? width - end : start) / width;
      double right = (reversed ? width - start : end) / width;
      double top = y / (double) picture.height();
      return new Sighting(
          new PictureCode(text, kind), left, top, right, top + 1.0 / picture.height(), 1);
    }

    /** The middle of the widest white gap between two black pixels; 0 when there is none. */
    private static int afterWidestGap(BitArray row) {
      int widest = 0;
      int middle = 0;
      int black = row.getNextSet(0);
      while (black < row.getSize()) {
        int white = row.getNextUnset(black);
        black = row.getNextSet(white);
        if (black < row.getSize() && black - white > widest) {
          widest = black - white;
          middle = (white + black) / 2;
        }
      }
      return middle;
    }

    private static BitArray part(BitArray row, int from, int to) {
      BitArray part = new BitArray(to - from);
      for (int i = from; i < to; i++) {
        if (row.get(i)) {
          part.set(i - from);
        }
      }
      return part;
    }
  }
}
