/**
 * What the screens say and do, without a toolkit: properties, commands and wordings.
 *
 * <p>May use {@code client.work}, {@code domain}, {@code javafx.beans} and {@code
 * javafx.collections}. Every class here lives on the interface thread; work goes through {@link
 * counterfoil.viewmodel.port.Background} and comes back to it.
 */
@NullMarked
package counterfoil.viewmodel;

import org.jspecify.annotations.NullMarked;
