package counterfoil.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import counterfoil.domain.rights.Collection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provisional redemption that lost, with both sides of it; its id is the id of the command that
 * was refused.
 *
 * @param command the command that was refused
 * @param voucher what it tried to redeem, as far as that is known
 * @param store where the goods were handed over
 * @param device at which counter
 * @param by by whom
 * @param redeemedAt when the person acted, UTC
 * @param problem why the server refused, with the facts of the redemption that stands
 * @param resolved whether a supervisor has settled it
 */
public record DisputeRow(
    String command,
    @Nullable String voucher,
    @Nullable String store,
    String device,
    String by,
    Instant redeemedAt,
    Problem problem,
    boolean resolved)
    implements FeedRow {

  static DisputeRow read(Members in) throws InvalidContent {
    return new DisputeRow(
        in.id("command"),
        in.idOrNull("voucher"),
        in.idOrNull("store"),
        in.text("device", 64),
        in.text("by", 64),
        in.time("redeemed_at"),
        Problem.read(in.object("problem")),
        in.flagOr("resolved", false));
  }

  Json json() {
    return Json.object()
        .put("command", command)
        .put("voucher", voucher)
        .put("store", store)
        .put("device", device)
        .put("by", by)
        .put("redeemed_at", redeemedAt)
        .put("problem", (JsonNode) problem.json())
        .put("resolved", resolved);
  }

  @Override
  public Collection collection() {
    return Collection.DISPUTES;
  }
}
