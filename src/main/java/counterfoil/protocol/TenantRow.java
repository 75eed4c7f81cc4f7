package counterfoil.protocol;

import counterfoil.domain.rights.Collection;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * The business itself.
 *
 * @param name its name
 * @param zone the zone of its days (TZ-1)
 * @param sample whether it is a sample business
 * @param offlineSignInDays days after the last online sign-in that one may sign in offline
 */
public record TenantRow(String name, ZoneId zone, boolean sample, long offlineSignInDays)
    implements FeedRow {

  static TenantRow read(Members in) throws InvalidContent {
    try {
      return new TenantRow(
          in.text("name", 100),
          ZoneId.of(in.text("zone", 64)),
          in.flagOr("sample", false),
          in.integer("offline_sign_in_days", 0, 365));
    } catch (DateTimeException _) {
      throw in.invalid("zone", "must be an IANA zone");
    }
  }

  Json json() {
    return Json.object()
        .put("name", name)
        .put("zone", zone.getId())
        .put("sample", sample)
        .put("offline_sign_in_days", offlineSignInDays);
  }

  @Override
  public Collection collection() {
    return Collection.TENANT;
  }
}
