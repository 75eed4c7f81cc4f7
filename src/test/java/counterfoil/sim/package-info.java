/**
 * The real client and the real server in one thread: cache, outbox, session, engine and counter of
 * four devices, the use cases over the SQLite store, the bytes of the protocol, and between them a
 * network of seeded faults. A {@link counterfoil.sim.History} is a list of steps as data; each step
 * has its own dice, so that a failing history can be made shorter.
 *
 * <p>Processes die between transactions, at the executor that the cache is given, and within them,
 * at the random source that seals rows. {@link counterfoil.sim.Break} lists faults of the program
 * itself that must be found: they are put into its classes while these are loaded a second time.
 *
 * <p>Not in it: proofs of possession and their nonces, HTTP itself, pokes, PostgreSQL, full disks.
 */
@NullMarked
package counterfoil.sim;

import org.jspecify.annotations.NullMarked;
