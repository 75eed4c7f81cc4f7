package counterfoil.sim;

import counterfoil.server.work.SampleBusiness;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  private final Tally tally;
  private final VirtualTime time = new VirtualTime(Template.START.plusSeconds(60));
  private final ServerNode server;
  private final Network network;
  private final Invariants invariants;
  private final List<Device> devices = new ArrayList<>();
  private final Office office;
  private final List<SampleBusiness.Code> codes;
  private final List<SampleBusiness.SampleStore> stores;
  private SplittableRandom dice;
  private int depth;
  private boolean healing;

  World(Template template, Path folder, long seed, Tally tally) throws Exception {
    this.tally = tally;
    this.dice = new SplittableRandom(seed);
    Path data = folder.resolve("server");
    template.copyTo(data);
    SeededRandom random = new SeededRandom(seed);
    server = new ServerNode(data, time, random);
    network = new Network(server, time, tally, this);
    invariants = new Invariants(data);
    codes = template.sample().codes();
    stores = template.sample().stores();
    office = new Office(this, "heyan", random);
    List<List<String>> clerks =
        List.of(
            List.of("linxiao", "fangqing"),
            List.of("zhouning", "fangqing"),
            List.of("fangqing"),
            List.of("linxiao"));
    healing = true;
    for (int i = 0; i < DEVICES; i++) {
      Device device =
          new Device(
              this, folder.resolve("device-" + i), new SeededRandom(seed * 31 + i), clerks.get(i));
      devices.add(device);
      while (!device.session().isOpen()) {
        device.signIn(clerks.get(i).getFirst());
      }
    }
    healing = false;
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
    invariants.check(devices);
  }

  private void act(Step.Kind kind, Device device, SplittableRandom dice) {
    switch (kind) {
      case REDEEM -> device.redeem(code(dice).code(), dice);
      case UNDO -> device.undo(dice);
      case SYNC -> device.sync(1 + dice.nextInt(8), dice.nextBoolean());
      case WAIT -> time.pass(Duration.ofSeconds(dice.nextInt(dice.nextInt(4) == 0 ? 1500 : 60)));
      case PARTITION -> device.partition();
      case SHIFT -> device.shift(dice);
      case CLIENT_CRASH -> device.dieSoon(dice);
      case SERVER_CRASH -> {
        tally.count("fault server-crash");
        server.crash();
      }
      case CLOCK -> {
        tally.count("fault clock-step");
        device.setClock(Duration.ofMinutes(dice.nextInt(300) - 150));
      }
      case LATE -> network.late(dice);
      case FREEZE -> office.freeze(code(dice).voucher(), dice.nextInt(3) == 0);
      case REFUND -> office.refund(code(dice).voucher());
      case ISSUE -> tally.count("office issue");
      case SCOPE -> scope(dice);
    }
  }

  private void scope(SplittableRandom dice) {
    Device device = devices.get(1);
    device
        .session()
        .person()
        .filter(person -> person.grant().user().username().equals("zhouning"))
        .ifPresent(
            person -> {
              Set<String> second = Set.of(stores.get(1).id());
              Set<String> both = Set.of(stores.get(0).id(), stores.get(1).id());
              office.stores(person.actor().user(), "周宁", dice.nextBoolean() ? both : second);
            });
  }

  /** A few vouchers are in everybody's hands. */
  private SampleBusiness.Code code(SplittableRandom dice) {
    double spread = Math.pow(codes.size(), dice.nextDouble());
    return codes.get((10 + (int) spread) % codes.size());
  }

  /** While one device waits for the server, others go on. */
  void meanwhile(Device waiting, SplittableRandom dice) {
    if (healing || depth >= DEEPEST || dice.nextInt(100) >= 25) {
      return;
    }
    Device other = devices.get(dice.nextInt(devices.size()));
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
    invariants.check(devices);
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
