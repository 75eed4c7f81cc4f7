package counterfoil.server.work;

import counterfoil.protocol.CommandResult;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.server.store.CommandTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server must not do; the simulation puts it into the program and must find it. */
public final class WrongWays {
  private WrongWays() {}

  @SuppressWarnings("unchecked") // The only map of the writer is from batches to their answers.
  static @Nullable Object answerAtOnce(Map<Object, Object> made, Object batch, Object answer) {
    if (answer instanceof Answer.Done<?>(Object results)) {
      ((Submission) batch).done((List<CommandResult>) results);
    }
    return made.put(batch, answer);
  }

  static CommandResult refuseRepeated(Group group, CommandTable.Place place) {
    return CommandResult.refused(place.command(), null, Problem.of(ProblemCode.COMMAND_ID_REUSED));
  }
}
