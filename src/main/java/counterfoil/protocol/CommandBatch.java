package counterfoil.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a device sends at once: a contiguous, ascending run of its chain, and its signature over the
 * last link.
 *
 * @param commands 1 to 1000 commands
 * @param chain names the last of them
 */
public record CommandBatch(List<SentCommand> commands, ChainHead chain) {

  /** The most commands of one batch. */
  public static final int MOST_COMMANDS = 1000;

  /** Copies the list. */
  public CommandBatch {
    commands = List.copyOf(commands);
  }

  /** What came of reading a body. */
  public sealed interface Reading {}

  /**
   * A batch.
   *
   * @param batch the batch
   */
  public record Read(CommandBatch batch) implements Reading {}

  /**
   * None; nothing of it is consumed.
   *
   * @param problem {@code malformed-json}, {@code too-large} or {@code invalid-request}
   */
  public record Refused(Problem problem) implements Reading {}

  /** Reads a body. */
  public static Reading read(byte[] body) {
    try {
      Members in = Members.ofBody(body);
      JsonNode commands = in.node().path("commands");
      if (commands.size() > MOST_COMMANDS) {
        return new Refused(
            Problem.of(ProblemCode.TOO_LARGE)
                .detail("a batch holds at most " + MOST_COMMANDS + " commands")
                .with("most_commands", MOST_COMMANDS));
      }
      List<SentCommand> items = in.list("commands", MOST_COMMANDS, SentCommand::read);
      ChainHead chain = ChainHead.read(in.object("chain"));
      checkRun(in, items, chain);
      return new Read(new CommandBatch(items, chain));
    } catch (MalformedJson e) {
      return new Refused(Problem.of(e));
    } catch (InvalidContent e) {
      return new Refused(Problem.of(e));
    }
  }

  private static void checkRun(Members in, List<SentCommand> items, ChainHead chain)
      throws InvalidContent {
    if (items.isEmpty()) {
      throw in.invalid("commands", "must hold at least one command");
    }
    for (int i = 1; i < items.size(); i++) {
      if (items.get(i).deviceSeq() != items.get(i - 1).deviceSeq() + 1) {
        throw new InvalidContent("/commands/" + i + "/device_seq", "must follow the one before");
      }
    }
    if (items.getLast().deviceSeq() != chain.seq()) {
      throw new InvalidContent("/chain/seq", "must be the last command's device_seq");
    }
  }

  /** The body of a batch, from canonical bytes as they were stored when the acts became durable. */
  public static byte[] write(List<Bytes> canonical, ChainHead chain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(canonical.size() * 512 + 256);
    out.writeBytes("{\"commands\":[".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < canonical.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.writeBytes(canonical.get(i).shared());
    }
    out.writeBytes("],\"chain\":".getBytes(StandardCharsets.UTF_8));
    out.writeBytes(chain.json().bytes());
    out.write('}');
    return out.toByteArray();
  }
}
