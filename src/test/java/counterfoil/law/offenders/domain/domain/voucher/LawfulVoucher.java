package counterfoil.law.offenders.domain.domain.voucher;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Java and nothing else. */
public record LawfulVoucher(List<String> goods, int uses, @Nullable Instant redeemedAt) {}
