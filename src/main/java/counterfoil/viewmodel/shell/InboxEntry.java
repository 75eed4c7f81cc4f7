package counterfoil.viewmodel.shell;

import counterfoil.viewmodel.Mark;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.Wording;

/**
 * An act that a screen called done and the server then refused.
 *
 * @param id names it to {@link InboxDesk#settle}
 * @param at when the person acted
 * @param tone how bad it is
 * @param mark the same as a sign
 * @param what the act
 * @param why the server's reason
 * @param advice what to do about it
 */
public record InboxEntry(
    String id, Wording at, Tone tone, Mark mark, Wording what, Wording why, Wording advice) {}
