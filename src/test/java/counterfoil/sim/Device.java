package counterfoil.sim;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.cache.Cache;
import counterfoil.client.cache.CacheContents;
import counterfoil.client.cache.CacheOptions;
import counterfoil.client.cache.CommandState;
import counterfoil.client.cache.OpenResult;
import counterfoil.client.cache.QueuedCommand;
import counterfoil.client.cache.VaultCost;
import counterfoil.client.session.ServerClock;
import counterfoil.client.session.Session;
import counterfoil.client.session.SessionOptions;
import counterfoil.client.session.SignInResult;
import counterfoil.client.sync.Link;
import counterfoil.client.sync.RemoteAccounts;
import counterfoil.client.sync.SyncEngine;
import counterfoil.client.sync.SyncOptions;
import counterfoil.client.work.Counter;
import counterfoil.client.work.CounterDoor;
import counterfoil.client.work.ScanOutcome;
import counterfoil.client.work.UndoOutcome;
import counterfoil.domain.calendar.WorkCalendar;
import counterfoil.domain.money.Money;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.Command;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.protocol.SentCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A client: the real cache, session, engine and counter, and a clerk. A crash drops every object
 * and opens the files again as they lay at that moment.
 */
final class Device implements AutoCloseable {
  /** An answer may be long on its way; what a PC shows is off by more. */
  private static final Duration CLOCK_MAY_LAG = Duration.ofMinutes(10);

  private final World world;
  private final Path folder;
  private final MortalRandom random;
  private final List<String> clerks;
  private final Line line;

  /** Acts that a screen reported as done, by place; each with its hash. */
  private final Map<Long, Bytes> promised = new LinkedHashMap<>();

  /** Redemptions that a screen called certain. */
  private final Set<String> certain = new HashSet<>();

  /** Redemptions for which goods were handed over without the server's word. */
  private final Set<String> provisional = new HashSet<>();

  private final List<String> redeemed = new ArrayList<>();
  private final Map<String, CommandResult> answers = new HashMap<>();

  private int life;
  private int depth;
  private boolean cutOff;
  private boolean stepping;
  private int writesToLive = -1;
  private boolean diesAfter;
  private Duration pcOff = Duration.ZERO;
  private String clerk;
  private Cache cache;
  private ServerClock clock;
  private Session session;
  private SyncEngine engine;
  private Counter counter;

  Device(World world, Path folder, long seed, List<String> clerks) {
    this.world = world;
    this.folder = folder;
    this.random = new MortalRandom(seed, () -> depth == 1);
    this.clerks = clerks;
    this.clerk = clerks.getFirst();
    this.line = new Line(this, world);
    open();
  }

  private Path files() {
    return folder.resolve("life-" + life);
  }

  private void open() {
    OpenResult result =
        Cache.open(files(), new CacheOptions(this::write, random, new VaultCost(64, 1, 1)));
    assertThat(result).isInstanceOf(OpenResult.Opened.class);
    cache = ((OpenResult.Opened) result).cache();
    clock = new ServerClock(cache.clock(), this::pcTime, world.time()::nanos);
    session =
        new Session(
            cache,
            new RemoteAccounts(line),
            clock,
            new SessionOptions(
                Optional::empty,
                () -> "Till",
                () -> Template.id(random),
                SessionOptions.USUAL_IDLE));
    engine = new SyncEngine(cache, session, line, clock, new Random(random.nextLong()), options());
    counter =
        CounterDoor.open(
            cache,
            session,
            clock,
            new Waiting(),
            new Counter.Setting(
                () -> Template.id(random),
                new WorkCalendar(Set.of(), Set.of(), Set.of()),
                Optional::empty));
  }

  /** Small pages and batches, so that few rows and acts fill several. */
  private static SyncOptions options() {
    SyncOptions usual = SyncOptions.usual();
    return new SyncOptions(
        5,
        usual.batchBytes(),
        25,
        10,
        usual.pollWithoutPokes(),
        usual.pollWithPokes(),
        usual.slow(),
        usual.firstWait(),
        usual.longestWait(),
        usual.keepRedeemed(),
        usual.keepAnswered());
  }

  private Instant pcTime() {
    return world.time().instant().plus(pcOff);
  }

  /** The writer: one thread, and the place where a process dies. */
  private void write(Runnable change) {
    boolean dies = writesToLive == 0 && depth == 1;
    if (writesToLive > 0) {
      writesToLive--;
    }
    if (dies && !diesAfter) {
      throw new Crash();
    }
    change.run();
    if (dies) {
      throw new Crash();
    }
  }

  /** What the clerk and the engine wait with: virtual time goes by, and the engine steps. */
  private final class Waiting implements CounterDoor.Word {
    @Override
    public Optional<CommandResult> await(String command, Duration most) {
      Instant until = world.time().instant().plus(most);
      while (!stepping
          && cache.outbox().result(command).isEmpty()
          && world.time().instant().isBefore(until)) {
        if (!(stepOnce() instanceof SyncEngine.Next.Now)) {
          world.time().pass(Duration.ofMillis(500));
        }
      }
      return cache.outbox().result(command);
    }

    @Override
    public boolean online() {
      return engine.status().link() instanceof Link.Online
          || engine.status().link() instanceof Link.Starting;
    }

    @Override
    public void acted() {}
  }

  private SyncEngine.Next stepOnce() {
    stepping = true;
    try {
      return engine.step();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      stepping = false;
    }
  }

  /** Runs something of this device; when the process dies in it, it starts again. */
  private void live(Runnable what) {
    depth++;
    try {
      what.run();
    } catch (Crash _) {
      crash();
    } finally {
      depth--;
    }
  }

  private void crash() {
    world.tally().count("fault client-crash");
    safe();
    stepping = false;
    Path before = files();
    life++;
    try {
      Files.createDirectories(files());
      try (Stream<Path> left = Files.list(before)) {
        for (Path file : left.toList()) {
          if (!file.getFileName().toString().equals("lock")) {
            Files.copy(file, files().resolve(file.getFileName()));
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    cache.close();
    open();
    signIn(clerk);
  }

  boolean busy() {
    return depth > 0;
  }

  boolean cutOff() {
    return cutOff;
  }

  void partition() {
    cutOff = !cutOff;
  }

  /** The process ends before, after or in the middle of one of its next transactions. */
  void dieSoon(SplittableRandom dice) {
    if (dice.nextBoolean()) {
      random.dieAfter(dice.nextInt(6));
    } else {
      writesToLive = dice.nextInt(6);
      diesAfter = dice.nextBoolean();
    }
  }

  private void safe() {
    writesToLive = -1;
    random.live();
  }

  void setClock(Duration off) {
    pcOff = off;
  }

  /** Back to order: connected, the clock right, no death ahead. */
  void heal() {
    cutOff = false;
    safe();
    pcOff = Duration.ZERO;
    if (!session.isOpen() || engine.status().link() instanceof Link.SignInAgain) {
      live(() -> signIn(clerk));
    }
  }

  void signIn(String username) {
    try {
      for (int i = 0; i < 3; i++) {
        SignInResult result = session.signIn(username, Template.PASSWORD.toCharArray());
        world.tally().count("sign-in " + result.getClass().getSimpleName());
        if (result instanceof SignInResult.SignedIn) {
          clerk = username;
          return;
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void shift(SplittableRandom dice) {
    live(
        () -> {
          try {
            session.signOut();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
          signIn(clerks.get(dice.nextInt(clerks.size())));
        });
  }

  void sync(int steps, boolean hurried) {
    live(
        () -> {
          if (hurried) {
            engine.hurry();
          }
          for (int i = 0; i < steps; i++) {
            if (!session.isOpen() || stepping) {
              return;
            }
            if (engine.status().link() instanceof Link.SignInAgain) {
              world.tally().count("seen sign-in-again");
              signIn(clerk);
            }
            if (!(stepOnce() instanceof SyncEngine.Next.Now)) {
              return;
            }
          }
        });
  }

  void redeem(String code, SplittableRandom dice) {
    live(() -> redeemNow(code, dice));
  }

  private void redeemNow(String code, SplittableRandom dice) {
    long head = head();
    ScanOutcome outcome = counter.redeem(code);
    if (outcome instanceof ScanOutcome.AsksAmount asks) {
      world.tally().count("scan AsksAmount");
      outcome = counter.redeem(code, amount(asks, dice));
    }
    if (outcome instanceof ScanOutcome.Unanswered asked) {
      world.tally().count("scan Unanswered");
      if (asked.mayHandOver() && dice.nextBoolean()) {
        outcome = counter.handOver(asked.command());
        world.tally().count("choice hand-over");
      } else {
        world.tally().count("choice do-not");
        counter.doNotHandOver(asked.command());
      }
    }
    world.tally().count("scan " + name(outcome));
    switch (outcome) {
      case ScanOutcome.Redeemed done -> {
        certain.add(done.redemption().id());
        redeemed.add(done.redemption().id());
      }
      case ScanOutcome.Provisional done -> {
        provisional.add(done.redemption().id());
        redeemed.add(done.redemption().id());
      }
      case ScanOutcome.Refused _,
          ScanOutcome.NotNow _,
          ScanOutcome.Unanswered _,
          ScanOutcome.AsksAmount _,
          ScanOutcome.NoStore _,
          ScanOutcome.Mistyped _,
          ScanOutcome.Fault _ -> {}
    }
    promise(head);
  }

  /** Mostly less than is left, sometimes more. */
  private static Money amount(ScanOutcome.AsksAmount asks, SplittableRandom dice) {
    long left = asks.left() == null ? 100 : asks.left().amount();
    return Money.fen(1 + dice.nextLong(left + left / 4 + 1));
  }

  private static String name(ScanOutcome outcome) {
    return switch (outcome) {
      case ScanOutcome.Refused refused ->
          "refused-" + (refused.byServer() ? "by-server " : "here ") + refused.refusal().code();
      case ScanOutcome.NotNow no -> "not-now " + no.why();
      case ScanOutcome.Fault fault -> "fault " + fault.kind();
      default -> outcome.getClass().getSimpleName();
    };
  }

  void undo(SplittableRandom dice) {
    if (redeemed.isEmpty()) {
      return;
    }
    String redemption =
        redeemed.get(redeemed.size() - 1 - dice.nextInt(Math.min(3, redeemed.size())));
    live(
        () -> {
          long head = head();
          UndoOutcome outcome = counter.undo(redemption, "");
          world
              .tally()
              .count(
                  "undo "
                      + (outcome instanceof UndoOutcome.Refused(var why)
                          ? "refused " + why
                          : outcome.getClass().getSimpleName()));
          promise(head);
        });
  }

  private long head() {
    return cache.device().id().isEmpty() ? 0 : cache.outbox().head().seq();
  }

  /** The screen has come back from the act: what it made must never be lost. */
  private void promise(long after) {
    for (QueuedCommand each : cache.outbox().after(after, 100, Long.MAX_VALUE)) {
      promised.put(each.seq(), each.hash());
    }
  }

  /** Whether the server has answered everything and can be counted on. */
  boolean settled() {
    return session.isOpen()
        && cache.outbox().queue().waiting() == 0
        && (engine.status().link() instanceof Link.Online
            || engine.status().link() instanceof Link.Slow);
  }

  Set<String> certain() {
    return certain;
  }

  Cache cache() {
    return cache;
  }

  Session session() {
    return session;
  }

  /** Who was let in by the server has its time, whatever the PC's clock shows. */
  void checkClock(Instant now) {
    if (session.isOpen() && session.person().filter(person -> person.online()).isPresent()) {
      assertThat(clock.instant())
          .as("the server's time")
          .isBetween(now.minus(CLOCK_MAY_LAG), now.plusMillis(1));
    }
  }

  /**
   * Acts that were called done are in the outbox, byte for byte, and their answers never change; a
   * screen shows each redemption that waits.
   */
  void checkKept() {
    if (!session.isOpen()) {
      return;
    }
    cache.outbox().verify();
    for (Map.Entry<Long, Bytes> each : promised.entrySet()) {
      assertThat(CacheContents.hashAt(cache, each.getKey()))
          .as("A: the act at place %s is still there", each.getKey())
          .contains(each.getValue());
    }
    for (QueuedCommand each : cache.outbox().after(0, 10_000, Long.MAX_VALUE)) {
      Optional<CommandResult> result = cache.outbox().result(each.id());
      if (result.isPresent()) {
        CommandResult first = answers.putIfAbsent(each.id(), result.get());
        assertThat(first == null || first.text().equals(result.get().text()))
            .as("one answer for %s", each.id())
            .isTrue();
      } else if (redeems(each)) {
        assertThat(cache.redemptions().byId(each.id()))
            .as("the redemption that waits at place %s is shown", each.seq())
            .isPresent();
      }
    }
  }

  private static boolean redeems(QueuedCommand each) {
    return each.sent().content() instanceof SentCommand.Understood(Command command)
        && command.payload() instanceof RedeemVoucher;
  }

  /** After the quiet: nothing waits, and what was refused is in the inbox. */
  void checkQuiet(Map<String, Boolean> decided) {
    assertThat(cache.outbox().queue().waiting()).as("A: nothing waits").isZero();
    Set<String> inbox = CacheContents.inbox(cache);
    Set<String> open = new HashSet<>();
    cache.inbox().entries(10_000).forEach(entry -> open.add(entry.command()));
    for (QueuedCommand each : cache.outbox().after(0, 10_000, Long.MAX_VALUE)) {
      assertThat(decided).as("A: the server has decided it").containsKey(each.id());
      boolean applied = Boolean.TRUE.equals(decided.get(each.id()));
      assertThat(each.state())
          .as("A: both say the same of %s", each.id())
          .isEqualTo(applied ? CommandState.APPLIED : CommandState.REFUSED);
      if (!applied) {
        assertThat(inbox).as("A: refused, so in the inbox").contains(each.id());
      }
      if (!applied && provisional.contains(each.id())) {
        assertThat(open).as("A: goods went out, so a person must see it").contains(each.id());
      }
    }
    assertThat(CacheContents.waiting(cache)).as("nothing lies on top of the feed").isZero();
    assertThat(cache.risk().used().number()).as("nothing is at risk").isZero();
  }

  @Override
  public void close() {
    safe();
    cache.close();
  }
}
