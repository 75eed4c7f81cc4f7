package counterfoil.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Entry point of every command. */
public final class Main {
  private static final String USAGE =
      """
      counterfoil [client]            the desktop client; --data DIR keeps its data elsewhere,
                                      --tour DIR goes on the tour where there is no display
      counterfoil serve               the server: --data DIR --port N [--host H] [--database-url URL]
                                      [--tls-cert FILE --tls-key FILE | --behind-proxy] [--public-url URL]
                                      [--tombstones-kept DURATION] [--backups DIR]
      counterfoil init                a new tenant: --data DIR|--database-url URL --tenant T --admin NAME
      counterfoil sample              a sample business: [--seed S] [--vouchers N] [--json]
      counterfoil tour                every screen's main job, with pictures: --out DIR [--window]
      counterfoil decode PICTURE...   the codes in pictures
      counterfoil verify-audit        walks every audit chain
      counterfoil backup              --data DIR --to DIR
      counterfoil restore             --from DIR --data DIR
      counterfoil new-epoch           after a restore by hand
      counterfoil reset-admin         --tenant T --admin NAME; the password from standard input
      counterfoil outside-key         a key for an outside system: --tenant T --party NAME | --revoke KEY
      """;

  private Main() {}

  /**
   * Runs one command and ends the process with its code.
   *
   * @param arguments the command and its options; none means {@code client}
   */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int exit = run(List.of(arguments), new Console(System.in, out, err));
    out.flush();
    if (exit != 0) {
      System.exit(exit);
    }
  }

  static int run(List<String> words, Console console) {
    String command = words.isEmpty() ? "client" : words.getFirst();
    List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
    World world = new World();
    ServerCommands server = new ServerCommands(world, console);
    try {
      return switch (command) {
        case "client" -> new ClientCommand(world, console).run(rest);
        case "tour" -> new TourCommand(world, console).run(rest);
        case "serve" -> new ServeCommand(world, console).run(rest);
        case "init" -> server.init(rest);
        case "sample" -> server.sample(rest);
        case "verify-audit" -> server.verifyAudit(rest);
        case "backup" -> server.backup(rest);
        case "restore" -> server.restore(rest);
        case "new-epoch" -> server.newEpoch(rest);
        case "reset-admin" -> server.resetAdmin(rest);
        case "outside-key" -> server.outsideKey(rest);
        case "decode" -> new DecodeCommand().run(rest, console.out(), console.err());
        case "help", "--help", "-h" -> {
          console.out().print(USAGE);
          yield 0;
        }
        default -> throw new Options.Wrong("unknown command " + command);
      };
    } catch (Options.Wrong wrong) {
      console.err().println(wrong.getMessage());
      console.err().print(USAGE);
      return 2;
    }
  }
}
