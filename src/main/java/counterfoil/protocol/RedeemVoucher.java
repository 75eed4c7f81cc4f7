package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code voucher.redeem}. The command's target is the voucher where the client found it, then
 * without a code; else the target is null and the code is here.
 *
 * @param code the code as it was read, at most 200 characters, never in a log
 * @param take how much
 * @param store at whose counter
 * @param redeemedAt when the person acted, UTC
 * @param mode on which ground
 * @param lease the lease it rests on, when there is one
 */
public record RedeemVoucher(
    @Nullable String code,
    Take take,
    String store,
    Instant redeemedAt,
    Redemption.Mode mode,
    @Nullable String lease)
    implements Payload {

  static final int LONGEST_CODE = 200;

  static RedeemVoucher read(Members in) throws InvalidContent {
    return new RedeemVoucher(
        in.textOrNull("code", LONGEST_CODE),
        Takes.read(in),
        in.id("store"),
        in.time("redeemed_at"),
        in.word("mode", Words.of(Redemption.Mode.class)),
        in.idOrNull("lease"));
  }

  Json json() {
    Json json = Json.object().put("code", code);
    Takes.write(json, take);
    return json.put("store", store)
        .put("redeemed_at", redeemedAt)
        .put("mode", Words.wire(mode))
        .put("lease", lease);
  }

  @Override
  public CommandType type() {
    return CommandType.VOUCHER_REDEEM;
  }

  /** Leaves the code out. */
  @Override
  public String toString() {
    return "RedeemVoucher[" + take + " at " + store + ", " + mode + "]";
  }
}
