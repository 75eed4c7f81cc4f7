/** The API over real sockets, and every answer against the contract. */
@NullMarked
package counterfoil.server.http;

import org.jspecify.annotations.NullMarked;
