package counterfoil.server.work;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.Problem;
import counterfoil.protocol.SentCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A batch on its way through the writer: who sends what, with the chain's hashes worked out. */
final class Submission {
  private final Caller caller;
  private final List<SentCommand> commands;
  private final List<Bytes> hashes;
  private final Bytes signature;
  private final CompletableFuture<Answer<List<CommandResult>>> answer = new CompletableFuture<>();

  /**
   * A batch.
   *
   * @param caller who sends it
   * @param commands contiguous and ascending
   * @param hashes the chain's hash at each of them
   * @param signature over the last of them
   */
  Submission(Caller caller, List<SentCommand> commands, List<Bytes> hashes, Bytes signature) {
    this.caller = caller;
    this.commands = List.copyOf(commands);
    this.hashes = List.copyOf(hashes);
    this.signature = signature;
  }

  Caller caller() {
    return caller;
  }

  List<SentCommand> commands() {
    return commands;
  }

  Bytes hash(int index) {
    return hashes.get(index);
  }

  Bytes signature() {
    return signature;
  }

  CompletableFuture<Answer<List<CommandResult>>> answer() {
    return answer;
  }

  void done(List<CommandResult> results) {
    answer.complete(new Answer.Done<>(new ArrayList<>(results)));
  }

  void refused(Problem problem) {
    answer.complete(new Answer.Refused<>(problem));
  }
}
