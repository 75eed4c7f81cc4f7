package counterfoil.client.work;

import counterfoil.client.cache.SettingStore;
import java.text.Normalizer;
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

  private final SettingStore settings;

  /** The name kept in a store. */
  public CompanyName(SettingStore settings) {
    this.settings = settings;
  }

  @Override
  public Optional<String> get() {
    return settings.preference(KEPT_AS);
  }

  /** Keeps a name as typed; an empty one changes nothing. */
  void keep(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    if (!plain.isEmpty()) {
      int end =
          plain.offsetByCodePoints(0, Math.min(MOST, plain.codePointCount(0, plain.length())));
      settings.setPreference(KEPT_AS, plain.substring(0, end));
    }
  }
}
