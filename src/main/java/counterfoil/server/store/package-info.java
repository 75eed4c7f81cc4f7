/**
 * What the server keeps: the same SQL on SQLite (embedded) and on PostgreSQL 15 and later, numbered
 * migrations, sealed personal data. The only server package that knows {@code java.sql}; depends on
 * {@code protocol} and {@code domain}. {@link counterfoil.server.store.Store} may be shared by all
 * threads; a {@link counterfoil.server.store.Tx} and its tables belong to the one thread that runs
 * the transaction.
 */
@NullMarked
package counterfoil.server.store;

import org.jspecify.annotations.NullMarked;
