/** Tests of the local store, on real SQLite files. */
@NullMarked
package counterfoil.client.cache;

import org.jspecify.annotations.NullMarked;
