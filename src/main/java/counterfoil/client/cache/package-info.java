/**
 * The client's local store: the vault of keys, one SQLite database with one writer thread and many
 * readers, the outbox of acts with its hash chain, the tables that the feed fills, and one store
 * per aggregate. The only package of the client that knows SQL.
 *
 * <p>Depends on {@code protocol} and {@code domain}. All types are safe from any thread unless they
 * say otherwise; writes run one after another on the executor that the database is given.
 */
@NullMarked
package counterfoil.client.cache;

import org.jspecify.annotations.NullMarked;
