package counterfoil.client.work;

import counterfoil.client.cache.Cache;
import counterfoil.client.cache.CachedVoucher;
import counterfoil.client.session.Session;
import counterfoil.domain.money.Money;
import counterfoil.domain.rights.Collection;
import counterfoil.domain.rights.Rights;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.domain.voucher.Worth;
import counterfoil.protocol.Buyer;
import counterfoil.protocol.DeviceRow;
import counterfoil.protocol.GoodRow;
import counterfoil.protocol.StoreRow;
import counterfoil.protocol.UserRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Vouchers of the cache for people: names for ids, and buyers masked. */
final class Cards implements Directory {
  private static final int PHONE_TAIL = 4;

  private final Cache cache;
  private final Session session;

  Cards(Cache cache, Session session) {
    this.cache = cache;
    this.session = session;
  }

  /** The card of a voucher; {@code code} as scanned, null where only its tail is known. */
  VoucherCard card(CachedVoucher cached, @Nullable VoucherCode code) {
    Buyer buyer = maySeeBuyers() ? cached.row().buyer() : null;
    Redemption last = cached.voucher().last();
    return new VoucherCard(
        cached.voucher(),
        good(cached.row().good()),
        code == null ? "····-····-" + cached.row().codeTail() : code.formatted(),
        price(cached),
        buyer == null ? null : masked(buyer.name()),
        buyer == null ? null : tail(buyer.phone()),
        cached.row().order(),
        last == null ? List.of() : List.of(last),
        cached.waiting());
  }

  private static Money price(CachedVoucher cached) {
    Money whole = cached.row().amount();
    return switch (cached.voucher().worth()) {
      case Worth.Uses uses -> uses.of(new Take.Uses(1), whole);
      case Worth.Value _ -> whole;
    };
  }

  /** The cache holds what whoever signed in here before was shown, until the feed has come anew. */
  private boolean maySeeBuyers() {
    return session
        .person()
        .map(person -> Rights.fieldsHidden(person.actor(), Collection.VOUCHERS))
        .filter(hidden -> !hidden.contains("buyer"))
        .isPresent();
  }

  /** The card of a voucher by its id. */
  Optional<VoucherCard> card(String voucher, @Nullable VoucherCode code) {
    return cache.vouchers().byId(voucher).map(cached -> card(cached, code));
  }

  /** The first character and stars for the others, so that a glance at the screen tells little. */
  private static @Nullable String masked(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return null;
    }
    int first = name.offsetByCodePoints(0, 1);
    int rest = name.codePointCount(first, name.length());
    return name.substring(0, first) + "*".repeat(Math.clamp(rest, 1, 2));
  }

  private static @Nullable String tail(@Nullable String phone) {
    return phone == null || phone.length() <= PHONE_TAIL
        ? null
        : phone.substring(phone.length() - PHONE_TAIL);
  }

  @Override
  public String store(String id) {
    return cache.directory().store(id).map(StoreRow::name).orElse(id);
  }

  @Override
  public String device(String id) {
    return cache.directory().device(id).map(DeviceRow::name).orElse(id);
  }

  @Override
  public String person(String id) {
    return cache.directory().user(id).map(UserRow::name).orElse(id);
  }

  @Override
  public Optional<String> staffNumber(String id) {
    return cache.directory().user(id).map(UserRow::staffNumber);
  }

  @Override
  public String good(String id) {
    return cache.directory().good(id).map(GoodRow::name).orElse(id);
  }
}
