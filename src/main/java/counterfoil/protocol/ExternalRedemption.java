package counterfoil.protocol;

import counterfoil.domain.voucher.Take;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/external/redemptions}: an outside system redeemed a voucher (VO-3).
 *
 * @param id idempotency key for ever: the same id gets the first answer
 * @param code the code, never in a log
 * @param take how much
 * @param redeemedAt when, UTC
 * @param place where, in the outside system's words
 */
public record ExternalRedemption(
    String id, String code, Take take, Instant redeemedAt, @Nullable String place) {

  /** Reads a body. */
  public static ExternalRedemption read(byte[] body) throws MalformedJson, InvalidContent {
    Members in = Members.ofBody(body);
    return new ExternalRedemption(
        in.text("id", 64),
        in.text("code", RedeemVoucher.LONGEST_CODE),
        Takes.read(in),
        in.time("redeemed_at"),
        in.textOrNull("place", 200));
  }

  /** The body. */
  public byte[] bytes() {
    Json json = Json.object().put("id", id).put("code", code);
    Takes.write(json, take);
    return json.put("redeemed_at", redeemedAt).put("place", place).bytes();
  }

  /** Leaves the code out. */
  @Override
  public String toString() {
    return "ExternalRedemption[" + id + "]";
  }
}
