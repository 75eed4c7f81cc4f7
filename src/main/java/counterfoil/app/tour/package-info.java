/**
 * The tour: the whole program driven as a person drives it, by real key events against an embedded
 * server, with a picture of every step. It is the end-to-end test, the source of the guide's
 * pictures, and what {@code mvn} runs where there is no display. Runs on a thread of its own;
 * everything that touches the scene goes through the interface thread.
 */
@NullMarked
package counterfoil.app.tour;

import org.jspecify.annotations.NullMarked;
