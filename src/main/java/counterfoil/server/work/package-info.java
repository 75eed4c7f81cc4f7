/**
 * What the server does: use cases, and the group-commit writer that decides every command with the
 * functions of {@code domain}. Sees {@code server.store}, {@code protocol} and {@code domain};
 * knows neither HTTP nor SQL. All public types may be used from any thread; each tenant's acts are
 * decided by its one writer.
 */
@NullMarked
package counterfoil.server.work;

import org.jspecify.annotations.NullMarked;
