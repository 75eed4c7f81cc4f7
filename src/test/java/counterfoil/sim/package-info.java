/**
 * The real client and the real server in one thread: cache, outbox, session, engine and counter of
 * four devices, the use cases over the SQLite store, the bytes of the protocol, and between them a
 * network of seeded faults. A {@link counterfoil.sim.History} is a list of steps as data; each step
 * has its own dice, so that a failing history can be made shorter.
 *
 * <p>Not in it: proofs of possession and their nonces, HTTP itself, pokes, PostgreSQL, full disks.
 */
@NullMarked
package counterfoil.sim;

import org.jspecify.annotations.NullMarked;
