package counterfoil.app;

import counterfoil.client.work.WayOut;
import counterfoil.viewmodel.port.Background;
import counterfoil.viewmodel.shell.StoreTroubleDesk;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The ways on from a local store that cannot be used. */
final class StoreTrouble implements StoreTroubleDesk {
  private final Installation installation;
  private final Background background;
  private final Trouble trouble;
  private final Consumer<Installation.Result> next;

  /**
   * The ways on.
   *
   * @param waiting acts that were not sent, read off the interface thread
   * @param next goes on with what opening again came to
   */
  StoreTrouble(
      Installation installation,
      Background background,
      Kind kind,
      OptionalInt waiting,
      Consumer<Installation.Result> next) {
    this.installation = installation;
    this.background = background;
    this.next = next;
    this.trouble = new Trouble(kind, installation.store().toString(), waiting, code(kind));
  }

  private static String code(Kind kind) {
    return switch (kind) {
      case FULL -> "CF-S01";
      case READ_ONLY -> "CF-S02";
      case DAMAGED -> "CF-S03";
      case IN_USE -> "CF-S04";
      case NEWER -> "CF-S05";
      case KEYS_LOST -> "CF-S06";
    };
  }

  @Override
  public Trouble trouble() {
    return trouble;
  }

  @Override
  public void again(Consumer<Outcome> outcome) {
    open(installation::again, outcome);
  }

  @Override
  public void rebuild(Consumer<Outcome> outcome) {
    open(installation::rebuild, outcome);
  }

  private void open(Callable<Installation.Result> act, Consumer<Outcome> outcome) {
    boolean[] opened = new boolean[1];
    background.run(
        act,
        result -> {
          opened[0] =
              !(result instanceof Installation.Result.NotUsable(Kind why) && why == trouble.kind());
          if (opened[0]) {
            outcome.accept(new Outcome.Opened());
            next.accept(result);
          }
        },
        () -> {
          if (!opened[0]) {
            outcome.accept(new Outcome.Still());
          }
        });
  }

  @Override
  public void export(
      Path target, String username, char[] password, Consumer<WayOut.Result> result) {
    WayOut way = installation.wayOut();
    boolean[] told = new boolean[1];
    background.run(
        () -> way.save(target, username, password),
        done -> {
          told[0] = true;
          result.accept(done);
        },
        () -> {
          Arrays.fill(password, '\0');
          if (!told[0]) {
            result.accept(new WayOut.Result.NotWritten());
          }
        });
  }
}
