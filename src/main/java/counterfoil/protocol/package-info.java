/**
 * The wire contract: records, canonical JSON, problem codes, cursors, device chains and proofs of
 * possession, and the mapping between wire and domain. The only package that reads or writes JSON;
 * depends on {@code domain}. All types are immutable and safe from any thread.
 */
@NullMarked
package counterfoil.protocol;

import org.jspecify.annotations.NullMarked;
