/**
 * What the business rules are made of. Pure: no I/O, no clock, no randomness; every instant, zone
 * and fact comes in as an argument, so the client's provisional decision and the server's binding
 * one are the same function. Depends on {@code java.base} alone.
 */
@NullMarked
package counterfoil.domain;

import org.jspecify.annotations.NullMarked;
