package counterfoil.view.voucher;

import counterfoil.view.control.BarColumns;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.voucher.Today;
import java.util.ArrayList;
import java.util.List;

/** The hours of a day as columns, every third hour named, the hour under way standing out. */
final class DayColumns {
  private static final int NAMED = 3;

  private DayColumns() {}

  static List<BarColumns.Column> of(Today today, Texts texts, boolean named) {
    List<BarColumns.Column> columns = new ArrayList<>();
    for (int i = 0; i < today.byHour().size(); i++) {
      int hour = today.firstHour() + i;
      columns.add(
          new BarColumns.Column(
              today.byHour().get(i), named ? name(today, i, texts) : "", era(hour, today.hour())));
    }
    return columns;
  }

  private static String name(Today today, int place, Texts texts) {
    int hour = today.firstHour() + place;
    if (hour == today.hour()) {
      return texts.say("voucher.today.hour", hour);
    }
    if (place == today.byHour().size() - 1) {
      return Integer.toString(hour + 1);
    }
    boolean besideNow = Math.abs(hour - today.hour()) < 2;
    return place % NAMED == 0 && !besideNow ? Integer.toString(hour) : "";
  }

  private static BarColumns.Era era(int hour, int now) {
    if (hour == now) {
      return BarColumns.Era.NOW;
    }
    return hour < now ? BarColumns.Era.PAST : BarColumns.Era.FUTURE;
  }
}
