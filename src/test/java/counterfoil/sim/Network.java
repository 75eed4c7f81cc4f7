package counterfoil.sim;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The lines between the devices and the server, and what may befall a message on them. */
final class Network {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration CUT_OFF = Duration.ofSeconds(1);
  private static final int DRAWS = 3;

  private final ServerNode server;
  private final VirtualTime time;
  private final Tally tally;
  private final World world;
  private final List<ServerNode.Request> late = new ArrayList<>();
  private final Map<String, String> firstAnswers = new HashMap<>();
  private boolean perfect;
  private boolean nextCommitDies;

  Network(ServerNode server, VirtualTime time, Tally tally, World world) {
    this.server = server;
    this.time = time;
    this.tally = tally;
    this.world = world;
  }

  /** What befalls one exchange. */
  private enum Fate {
    FINE,
    LOST_REQUEST,
    LOST_ANSWER,
    CUT_REQUEST,
    CUT_ANSWER,
    REPEATED,
    DELAYED,
    CRASH_BEFORE_COMMIT,
    CRASH_IN_COMMIT,
    CRASH_AFTER_COMMIT
  }

  /** The server dies in the transaction of the next commands that come. */
  void dieInNextCommit() {
    nextCommitDies = true;
  }

  /** From now on every message arrives at once and whole. */
  void heal() {
    perfect = true;
    nextCommitDies = false;
    while (!late.isEmpty()) {
      arrive(0);
    }
  }

  /** Lets one delayed request arrive, in whatever order. */
  void late(SplittableRandom dice) {
    if (!late.isEmpty()) {
      arrive(dice.nextInt(late.size()));
    }
  }

  private void arrive(int index) {
    tally.count("fault late-request");
    serve(late.remove(index));
  }

  /**
   * One exchange; null when no answer came, and the line waited in vain.
   *
   * @param cutOff whether the device is cut off now
   */
  ServerNode.@Nullable Reply exchange(
      ServerNode.Request request, boolean cutOff, SplittableRandom dice, Device device) {
    if (cutOff) {
      time.pass(CUT_OFF);
      tally.count("fault partition");
      return null;
    }
    Fate fate = perfect ? Fate.FINE : fate(dice);
    if (nextCommitDies && request.route() == ServerNode.Route.COMMANDS) {
      nextCommitDies = false;
      fate = Fate.CRASH_IN_COMMIT;
    }
    if (fate != Fate.FINE) {
      tally.count("fault " + fate.name().toLowerCase(Locale.ROOT));
    }
    time.pass(
        Duration.ofMillis(perfect ? 20 : 20 + dice.nextInt(dice.nextInt(10) == 0 ? 4000 : 400)));
    ServerNode.Reply reply =
        switch (fate) {
          case FINE -> fine(request, dice, device);
          case LOST_REQUEST -> null;
          case LOST_ANSWER -> {
            fine(request, dice, device);
            yield null;
          }
          case CUT_REQUEST -> {
            serve(cut(request, dice));
            yield null;
          }
          case CUT_ANSWER -> cut(fine(request, dice, device), dice);
          case REPEATED -> {
            serve(request);
            yield serve(request);
          }
          case DELAYED -> {
            late.add(request);
            yield null;
          }
          case CRASH_BEFORE_COMMIT -> {
            server.take(request);
            server.crash();
            yield null;
          }
          case CRASH_IN_COMMIT -> crashInCommit(request, dice);
          case CRASH_AFTER_COMMIT -> {
            serve(request);
            server.crash();
            yield null;
          }
        };
    if (reply == null) {
      time.pass(TIMEOUT);
    }
    return reply;
  }

  /** Whatever has left the server when it dies still arrives. */
  private ServerNode.@Nullable Reply crashInCommit(
      ServerNode.Request request, SplittableRandom dice) {
    Supplier<ServerNode.@Nullable Reply> answer = server.take(request);
    if (server.dieInCommit(dice.nextInt(DRAWS))) {
      tally.count("seen rolled-back");
    }
    server.crash();
    return heard(answer.get());
  }

  private static Fate fate(SplittableRandom dice) {
    Fate[] all = Fate.values();
    return dice.nextInt(100) < 60 ? Fate.FINE : all[1 + dice.nextInt(all.length - 1)];
  }

  private static ServerNode.Request cut(ServerNode.Request whole, SplittableRandom dice) {
    byte[] body = whole.body().toArray();
    return new ServerNode.Request(
        whole.route(),
        whole.token(),
        whole.thumbprint(),
        cut(body, dice),
        whole.after(),
        whole.limit());
  }

  private static ServerNode.@Nullable Reply cut(
      ServerNode.@Nullable Reply whole, SplittableRandom dice) {
    return whole == null || whole.body().size() == 0
        ? null
        : new ServerNode.Reply(whole.status(), cut(whole.body().toArray(), dice));
  }

  private static Bytes cut(byte[] whole, SplittableRandom dice) {
    return Bytes.of(whole.length == 0 ? whole : Arrays.copyOf(whole, dice.nextInt(whole.length)));
  }

  /** Others go on while the request lies at the server, and while the answer is on its way. */
  private ServerNode.@Nullable Reply fine(
      ServerNode.Request request, SplittableRandom dice, Device device) {
    Supplier<ServerNode.@Nullable Reply> answer = server.take(request);
    if (!perfect) {
      world.meanwhile(device, dice);
    }
    server.step();
    if (!perfect) {
      world.meanwhile(device, dice);
    }
    return heard(answer.get());
  }

  private ServerNode.@Nullable Reply serve(ServerNode.Request request) {
    Supplier<ServerNode.@Nullable Reply> answer = server.take(request);
    server.step();
    return heard(answer.get());
  }

  /** Whatever leaves the server about one command says the same for ever. */
  private ServerNode.@Nullable Reply heard(ServerNode.@Nullable Reply reply) {
    if (reply == null || reply.status() != 200) {
      return reply;
    }
    String text = new String(reply.body().toArray(), StandardCharsets.UTF_8);
    if (text.startsWith("{\"results\"")) {
      try {
        for (CommandResult each : CommandResult.readAll(reply.body().toArray())) {
          tally.count(
              "result "
                  + (each.outcome() instanceof CommandResult.Refused(var problem)
                      ? problem.code()
                      : "applied"));
          String first = firstAnswers.putIfAbsent(each.id(), each.text());
          if (first != null && !first.equals(each.text())) {
            throw new AssertionError("two answers for one command: " + first + " / " + each.text());
          }
          if (first != null) {
            tally.count("seen repeated-answer");
          }
        }
      } catch (MalformedJson | InvalidContent e) {
        throw new AssertionError(e);
      }
    }
    return reply;
  }

  Map<String, String> answers() {
    return firstAnswers;
  }
}
