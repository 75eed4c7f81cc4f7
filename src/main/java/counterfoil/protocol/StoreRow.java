package counterfoil.protocol;

import counterfoil.domain.rights.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A store of a supplier or sub-merchant.
 *
 * @param party whose it is
 * @param name its name
 * @param address where it is
 * @param open whether it takes vouchers
 */
public record StoreRow(String party, String name, @Nullable String address, boolean open)
    implements FeedRow {

  static StoreRow read(Members in) throws InvalidContent {
    return new StoreRow(
        in.id("party"),
        in.text("name", 100),
        in.textOrNull("address", 200),
        in.flagOr("open", true));
  }

  Json json() {
    return Json.object()
        .put("party", party)
        .put("name", name)
        .put("address", address)
        .put("open", open);
  }

  @Override
  public Collection collection() {
    return Collection.STORES;
  }
}
