package counterfoil.protocol;

import counterfoil.domain.rights.Collection;
import counterfoil.domain.voucher.RiskBudget;
import java.time.Duration;

/**
 * How much a device may hand over without the server's word. Its id is the device's, or the
 * tenant's for the setting of all devices without their own.
 *
 * @param budget the limits
 */
public record RiskRow(RiskBudget budget) implements FeedRow {

  static RiskRow read(Members in) throws InvalidContent {
    return new RiskRow(budget(in));
  }

  Json json() {
    Json json = Json.object();
    write(json, budget);
    return json;
  }

  static RiskBudget budget(Members in) throws InvalidContent {
    return new RiskBudget(
        in.money("per_item", 0),
        in.money("sum", 0),
        Math.toIntExact(in.integer("number", 0, 1_000_000)),
        Duration.ofHours(in.integer("offline_hours", 0, 24 * 365)));
  }

  static void write(Json json, RiskBudget budget) {
    json.put("per_item", budget.perItem())
        .put("sum", budget.sum())
        .put("number", budget.number())
        .put("offline_hours", budget.offline().toHours());
  }

  @Override
  public Collection collection() {
    return Collection.RISK;
  }
}
