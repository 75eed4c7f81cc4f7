/**
 * Controls drawn for this product, each a small region styled by tokens alone: the ticket, verdict
 * shapes, chips, keycaps, bars. They know the vocabulary of {@code viewmodel} (tones, marks,
 * shapes) and no view model.
 *
 * <p>May use {@code viewmodel}, {@code view} and JavaFX. JavaFX application thread only.
 */
@NullMarked
package counterfoil.view.control;

import org.jspecify.annotations.NullMarked;
