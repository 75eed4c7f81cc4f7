package counterfoil.sim;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One server, its devices, the lines between them and the time, in one thread: while a request is
 * on its way others may go on, nested inside the call.
 */
final class World implements AutoCloseable {
  static final int DEVICES = 4;
  private static final int DEEPEST = 3;
  private static final int ROUNDS = 60;

  /** Per cent of the moments of waiting in which something else goes on. */
  private static final int BESIDES = 30;

  private static final int WHOLE_FEED = 12;
  private static final List<List<String>> CLERKS =
      List.of(
          List.of("linxiao", "fangqing"),
          List.of("zhouning", "fangqing"),
          List.of("fangqing"),
          List.of("linxiao"));

  /** Counter clerks of the supplier; the office gives them other stores now and then. */
  private static final Map<String, String> NAMES = Map.of("linxiao", "林晓", "zhouning", "周宁");

  private final Tally tally;
  private final VirtualTime time = new VirtualTime(Template.START.plusSeconds(60));
  private final ServerNode server;
  private final Network network;
  private final Invariants invariants;
  private final List<Device> devices = new ArrayList<>();
  private final Office office;
  private final List<Template.Code> codes;
  private final List<String> stores;
  private SplittableRandom dice;
  private int depth;
  private boolean healing;

  World(Template template, Path folder, long seed, Tally tally) throws Exception {
    this.tally = tally;
    this.dice = new SplittableRandom(seed);
    Path data = folder.resolve("server");
    template.copyTo(data);
    server = new ServerNode(data, time, seed);
    network = new Network(server, time, tally, this);
    invariants = new Invariants(data);
    codes = new ArrayList<>(template.codes());
    stores = template.stores();
    office = new Office(this, "heyan", new SeededRandom(seed + 1));
    healing = true;
    for (int i = 0; i < DEVICES; i++) {
      devices.add(device(folder.resolve("device-" + i), seed * 31 + i, CLERKS.get(i)));
    }
    healing = false;
  }

  /** A device with somebody signed in; some begin with a whole cache. */
  private Device device(Path folder, long seed, List<String> clerks) {
    Device device = new Device(this, folder, seed, clerks);
    while (!device.session().isOpen()) {
      device.signIn(clerks.getFirst());
    }
    device.sync(dice.nextInt(2) * WHOLE_FEED, true);
    return device;
  }

  VirtualTime time() {
    return time;
  }

  Network network() {
    return network;
  }

  ServerNode server() {
    return server;
  }

  Tally tally() {
    return tally;
  }

  SplittableRandom dice() {
    return dice;
  }

  /** Does one step, and checks what must hold after every one. */
  void step(Step step) throws Exception {
    dice = new SplittableRandom(step.dice());
    time.pass(Duration.ofMillis(dice.nextInt(3_000)));
    act(step.kind(), devices.get(step.device() % devices.size()), dice.split());
    invariants.check(devices, time);
  }

  private void act(Step.Kind kind, Device device, SplittableRandom dice) {
    switch (kind) {
      case REDEEM -> device.redeem(code(dice).code(), dice);
      case UNDO -> device.undo(dice);
      case SYNC -> device.sync(1 + dice.nextInt(8), dice.nextBoolean());
      case WAIT -> time.pass(Duration.ofSeconds(dice.nextInt(dice.nextInt(4) == 0 ? 1500 : 60)));
      case PARTITION -> device.partition();
      case SHIFT -> device.shift(dice);
      case CLIENT_CRASH -> {
        device.dieSoon(dice);
        act(dice.nextBoolean() ? Step.Kind.SYNC : Step.Kind.REDEEM, device, dice);
      }
      case SERVER_CRASH -> {
        tally.count("fault server-crash");
        if (dice.nextBoolean()) {
          server.crash();
        } else {
          network.dieInNextCommit();
          act(Step.Kind.REDEEM, device, dice);
        }
      }
      case CLOCK -> {
        tally.count("fault clock-step");
        device.setClock(Duration.ofMinutes(dice.nextInt(300) - 150));
      }
      case LATE -> network.late(dice);
      case FREEZE -> office.freeze(code(dice).voucher(), dice.nextInt(3) == 0);
      case REFUND -> office.refund(code(dice).voucher());
      case ISSUE -> issue(dice);
      case SCOPE -> scope(device, dice);
    }
  }

  private void issue(SplittableRandom dice) {
    boolean value = dice.nextInt(3) == 0;
    Template.Code like = codes.stream().filter(each -> each.value() == value).findFirst().get();
    codes.add(
        dice.nextInt(3),
        office.issue(like.good(), value, stores.get(dice.nextInt(2)), 1 + dice.nextInt(3)));
  }

  private void scope(Device device, SplittableRandom dice) {
    device
        .session()
        .person()
        .ifPresent(
            person -> {
              String name = NAMES.get(person.grant().user().username());
              if (name != null) {
                Set<String> one = Set.of(stores.get(dice.nextInt(2)));
                Set<String> both = Set.of(stores.get(0), stores.get(1));
                office.stores(person.actor().user(), name, dice.nextBoolean() ? both : one);
              }
            });
  }

  /** A few vouchers are in everybody's hands. */
  private Template.Code code(SplittableRandom dice) {
    double spread = Math.pow(codes.size(), dice.nextDouble());
    return codes.get((int) spread - 1);
  }

  /** While one device waits for the server, others go on. */
  void meanwhile(Device waiting, SplittableRandom dice) {
    if (healing || depth >= DEEPEST || dice.nextInt(100) >= BESIDES) {
      return;
    }
    Device other = dice.nextInt(3) == 0 ? waiting : devices.get(dice.nextInt(devices.size()));
    if (other != waiting && other.busy()) {
      return;
    }
    depth++;
    try {
      tally.count(other == waiting ? "seen act-in-flight" : "seen interleaved");
      act(
          other == waiting || dice.nextBoolean() ? Step.Kind.REDEEM : Step.Kind.SYNC,
          other,
          dice.split());
    } finally {
      depth--;
    }
  }

  /** All faults end; everything is sent and fetched; then everything must agree. */
  void heal() throws Exception {
    healing = true;
    network.heal();
    boolean settled = false;
    for (int round = 0; round < ROUNDS && !(settled && round > 2); round++) {
      time.pass(Duration.ofSeconds(61));
      server.step();
      for (Device device : devices) {
        device.heal();
        device.sync(40, true);
      }
      settled = devices.stream().allMatch(Device::settled);
    }
    invariants.check(devices, time);
    invariants.checkQuiet(devices, server);
  }

  @Override
  public void close() throws SQLException {
    for (Device device : devices) {
      device.close();
    }
    invariants.close();
    server.close();
  }
}
