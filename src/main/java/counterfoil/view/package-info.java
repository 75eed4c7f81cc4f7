/**
 * The toolkit side of the program: loads FXML, binds it to view models, and draws. Decides nothing.
 *
 * <p>May use {@code viewmodel} and JavaFX. Every class lives on the JavaFX application thread, and
 * only {@link counterfoil.view.FxThread} knows how to get there.
 */
@NullMarked
package counterfoil.view;

import org.jspecify.annotations.NullMarked;
