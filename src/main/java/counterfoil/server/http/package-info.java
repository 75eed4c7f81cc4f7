/**
 * The thin HTTP API: routes, proofs of possession, limits, problem documents, live pokes. Turns
 * requests into calls of {@code server.work} and answers into bytes; decides nothing. Sees {@code
 * server.work}, {@code protocol}, {@code domain}, and is the only package besides {@code app} that
 * knows Jetty. Each request runs on its own virtual thread and may block.
 */
@NullMarked
package counterfoil.server.http;

import org.jspecify.annotations.NullMarked;
