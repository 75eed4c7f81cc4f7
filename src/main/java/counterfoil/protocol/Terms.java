package counterfoil.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.RefundSetting;
import counterfoil.domain.voucher.Validity;
import counterfoil.domain.voucher.Worth;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads and writes the terms of vouchers: worth, days, refund setting. */
final class Terms {
  private Terms() {}

  static Validity validity(Members in) throws InvalidContent {
    Set<DayOfWeek> blocked = EnumSet.noneOf(DayOfWeek.class);
    blocked.addAll(in.list("blocked_weekdays", 7, Terms::weekday));
    try {
      return new Validity(
          in.dateOrNull("valid_from"),
          in.dateOrNull("valid_to"),
          blocked,
          in.flagOr("holidays_blocked", false));
    } catch (IllegalArgumentException _) {
      throw in.invalid("valid_to", "must not lie before valid_from");
    }
  }

  private static DayOfWeek weekday(JsonNode value, String at) throws InvalidContent {
    int number = value.isInt() ? value.intValue() : 0;
    if (number < 1 || number > 7) {
      throw new InvalidContent(at, "must be a weekday, 1 (Monday) to 7 (Sunday)");
    }
    return DayOfWeek.of(number);
  }

  static void write(Json json, Validity validity) {
    List<Long> weekdays =
        validity.blockedWeekdays().stream().sorted().map(day -> (long) day.getValue()).toList();
    json.put("valid_from", validity.from())
        .put("valid_to", validity.to())
        .numbers("blocked_weekdays", weekdays)
        .put("holidays_blocked", validity.holidaysBlocked());
  }

  /** {@code uses} and {@code uses_left}, or {@code amount_total} and {@code amount_left}. */
  static Worth worth(Members in) throws InvalidContent {
    try {
      if (in.has("uses")) {
        return new Worth.Uses(
            Math.toIntExact(in.integer("uses", 1, Takes.MOST_USES)),
            Math.toIntExact(in.integer("uses_left", 0, Takes.MOST_USES)));
      }
      return new Worth.Value(in.money("amount_total", 1), in.money("amount_left", 0));
    } catch (IllegalArgumentException _) {
      throw in.invalid("uses", "more is left than there was");
    }
  }

  static void write(Json json, Worth worth) {
    switch (worth) {
      case Worth.Uses(int total, int left) -> json.put("uses", total).put("uses_left", left);
      case Worth.Value(Money total, Money left) ->
          json.put("amount_total", total).put("amount_left", left);
    }
  }

  static RefundSetting refund(Members in) throws InvalidContent {
    Members refund = in.objectOrNull("refund");
    if (refund == null) {
      return new RefundSetting.Always();
    }
    return switch (refund.text("kind", 32)) {
      case "always" -> new RefundSetting.Always();
      case "never" -> new RefundSetting.Never();
      case "until_before_expiry" ->
          new RefundSetting.UntilBeforeExpiry(Math.toIntExact(refund.integer("days", 0, 3650)));
      default -> throw refund.invalid("kind", "is not one of the known words");
    };
  }

  static void write(Json json, RefundSetting refund) {
    json.put(
        "refund",
        switch (refund) {
          case RefundSetting.Always() -> Json.object().put("kind", "always");
          case RefundSetting.Never() -> Json.object().put("kind", "never");
          case RefundSetting.UntilBeforeExpiry(int days) ->
              Json.object().put("kind", "until_before_expiry").put("days", days);
        });
  }
}
