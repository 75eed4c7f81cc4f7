/**
 * The things on the counter: what a keyboard-wedge scanner sent, which codes are in a picture, and
 * how a verdict sounds.
 *
 * <p>May use {@code domain}, and of {@code java.desktop} only ImageIO, pictures, sound and print.
 * Nothing here owns a thread, a timer or a clock: callers hand in times and executors. Each class
 * says on which thread it may be used; the decoders keep no state that outlives a call, except
 * {@link counterfoil.client.device.WedgeDecoder} and {@link
 * counterfoil.client.device.BounceWindow}, which belong to one thread.
 */
@NullMarked
package counterfoil.client.device;

import org.jspecify.annotations.NullMarked;
