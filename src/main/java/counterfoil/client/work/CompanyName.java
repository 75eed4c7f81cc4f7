package counterfoil.client.work;

import counterfoil.client.cache.SettingStore;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a person calls the tenant, where the server holds several. It is asked until the first
 * sign-in; from then on the store belongs to a tenant and names it by its id.
 */
public final class CompanyName implements Supplier<Optional<String>> {
  private static final String KEPT_AS = "company.name";

  /** The most characters that travel. */
  private static final int MOST = 64;

  private final TypedName name;

  /** The name kept in a store. */
  public CompanyName(SettingStore settings) {
    this.name = new TypedName(settings, KEPT_AS, MOST);
  }

  @Override
  public Optional<String> get() {
    return name.get();
  }

  /** Keeps a name as typed; an empty one changes nothing. */
  void keep(String typed) {
    name.keep(typed);
  }
}
