package counterfoil.client.work;

import counterfoil.domain.voucher.VoucherRefusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act that a screen called done and the server then refused.
 *
 * @param id the act
 * @param type its type on the wire, such as {@code voucher.redeem}
 * @param actedAt when the person acted, in server time
 * @param at when the refusal came, in server time
 * @param code code of the refusal
 * @param refusal the same as a domain value, for vouchers where this version knows it
 * @param card the voucher, where this device knows it
 * @param incident number for support, when the server could not decide
 */
public record RefusedAct(
    String id,
    String type,
    Instant actedAt,
    Instant at,
    String code,
    @Nullable VoucherRefusal refusal,
    @Nullable VoucherCard card,
    @Nullable String incident) {}
