package counterfoil.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Who bought a voucher, as far as it was given. Its text shows nothing.
 *
 * @param name the person's name
 * @param phone the phone number, as given
 */
public record Buyer(@Nullable String name, @Nullable String phone) {

  static @Nullable Buyer readOrNull(Members in) throws InvalidContent {
    Members buyer = in.objectOrNull("buyer");
    return buyer == null
        ? null
        : new Buyer(buyer.textOrNull("name", 100), buyer.textOrNull("phone", 32));
  }

  Json json() {
    return Json.object().put("name", name).put("phone", phone);
  }

  @Override
  public String toString() {
    return "Buyer[not shown]";
  }
}
