package counterfoil.server.work;

import counterfoil.domain.rights.Actor;
import counterfoil.protocol.Command;
import counterfoil.protocol.CommandResult.IssuedCode;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command with all that deciding it needs.
 *
 * @param command the command
 * @param actor who acts
 * @param device on which device
 */
record Act(Command command, Actor actor, String device) {

  /** What was decided. */
  sealed interface Verdict {}

  /**
   * It happened.
   *
   * @param target what it acted on
   * @param version the target's version now
   * @param codes codes made for it
   * @param before hash of the target before
   * @param after hash of the target after
   */
  record Applied(
      @Nullable String target,
      @Nullable Long version,
      List<IssuedCode> codes,
      String before,
      String after)
      implements Verdict {
    static Applied of(String target, @Nullable Long version, String before, String after) {
      return new Applied(target, version, List.of(), before, after);
    }
  }

  /**
   * It did not happen; nothing changed.
   *
   * @param target what it would have acted on
   * @param problem why
   */
  record Refused(@Nullable String target, Problem problem) implements Verdict {
    static Refused of(@Nullable String target, ProblemCode code) {
      return new Refused(target, Problem.of(code));
    }

    static Refused invalid(@Nullable String target, String detail) {
      return new Refused(target, Problem.of(ProblemCode.COMMAND_INVALID).detail(detail));
    }
  }
}
