package counterfoil.server.work;

import counterfoil.protocol.CommandResult;
import counterfoil.protocol.SentCommand;
import counterfoil.server.store.Store;
import java.util.ArrayList;
import java.util.List;

/**
 * A server whose writer does nothing: each batch is let in as always (token, proof, rights, the
 * device's chain and its signature), and then answered at once, decided by nobody and written
 * nowhere.
 */
public final class EdgeAlone {
  private EdgeAlone() {}

  /** Opens it over a store. */
  public static ServerWork open(Store store, Surroundings around) {
    return ServerWork.open(store, around, (_, submission) -> applied(submission));
  }

  private static boolean applied(Submission submission) {
    List<CommandResult> results = new ArrayList<>();
    for (SentCommand command : submission.commands()) {
      results.add(
          new CommandResult(command.id(), command.id(), new CommandResult.Applied(2L, List.of())));
    }
    submission.done(results);
    return true;
  }
}
