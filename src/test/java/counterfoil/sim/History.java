package counterfoil.sim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A list of steps as data: made from a seed, run in a world of its own, and made shorter while it
 * still fails.
 */
record History(long seed, List<Step> steps) {
  private static final Step.Kind[] BAG = bag();

  History {
    steps = List.copyOf(steps);
  }

  /** The history of a seed. */
  static History of(long seed, int length) {
    return of(seed, length, Set.of());
  }

  /** A history in which about every other step is of some kinds. */
  static History of(long seed, int length, Set<Step.Kind> leaning) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Step.Kind> often = leaning.stream().sorted().toList();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Step.Kind kind = BAG[random.nextInt(BAG.length)];
      if (!often.isEmpty() && random.nextBoolean()) {
        kind = often.get(random.nextInt(often.size()));
      }
      steps.add(new Step(kind, random.nextInt(World.DEVICES), random.nextLong()));
    }
    return new History(seed, steps);
  }

  private static Step.Kind[] bag() {
    List<Step.Kind> bag = new ArrayList<>();
    for (Step.Kind kind : Step.Kind.values()) {
      int times =
          switch (kind) {
            case REDEEM -> 14;
            case SYNC -> 10;
            case UNDO -> 4;
            case WAIT, PARTITION, LATE, CLIENT_CRASH -> 3;
            case SCOPE, SHIFT -> 2;
            case FREEZE, REFUND, ISSUE, CLOCK, SERVER_CRASH -> 1;
          };
      for (int i = 0; i < times; i++) {
        bag.add(kind);
      }
    }
    return bag.toArray(new Step.Kind[0]);
  }

  /**
   * Runs it from the beginning, lets everything heal, and checks what must hold.
   *
   * @param folder empty, for this run alone
   */
  void run(Template template, Path folder, Tally tally) throws Exception {
    try (World world = new World(template, folder, seed, tally)) {
      for (Step step : steps) {
        world.step(step);
      }
      world.heal();
    }
  }

  /** The same history without some of its steps. */
  History without(int from, int to) {
    List<Step> fewer = new ArrayList<>(steps.subList(0, from));
    fewer.addAll(steps.subList(to, steps.size()));
    return new History(seed, fewer);
  }
}
