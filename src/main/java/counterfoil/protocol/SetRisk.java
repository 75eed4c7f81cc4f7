package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;
import counterfoil.domain.voucher.RiskBudget;

/**
 * {@code risk.set}: how much devices may hand over without the server's word. The target is a
 * device, or null for the tenant's setting, which holds for every device without its own.
 *
 * @param budget the limits
 */
public record SetRisk(RiskBudget budget) implements Payload {

  static SetRisk read(Members in) throws InvalidContent {
    return new SetRisk(RiskRow.budget(in));
  }

  Json json() {
    Json json = Json.object();
    RiskRow.write(json, budget);
    return json;
  }

  @Override
  public CommandType type() {
    return CommandType.RISK_SET;
  }
}
