package counterfoil.viewmodel.shell;

import counterfoil.client.work.WayOut;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A local store that cannot be used. Nothing in it is ever changed or reset without a word. */
public interface StoreTroubleDesk {
  /** What is wrong. */
  Trouble trouble();

  /** Tries to open it again; goes on with the sign-in when it opens. */
  void again(Consumer<Outcome> outcome);

  /**
   * Takes the acts out of it into a file.
   *
   * @param username whose password opens the key that signs; empty for a file without signature
   * @param password cleared by the callee as soon as it was used
   * @param result what came of it, on the interface thread
   */
  void export(Path target, String username, char[] password, Consumer<WayOut.Result> result);

  /** Lays the store aside as it is and begins with an empty one; asks for a sign-in then. */
  void rebuild(Consumer<Outcome> outcome);

  /** Why a store is not used. */
  enum Kind {
    /** A page of it is not what was written. */
    DAMAGED,
    /** Its keys are lost, damaged, or another store's. */
    KEYS_LOST,
    /** A newer version of the program wrote it. */
    NEWER,
    /** It cannot be written. */
    READ_ONLY,
    /** The disk is full. */
    FULL,
    /** Another program uses it. */
    IN_USE
  }

  /**
   * What is wrong.
   *
   * @param kind why
   * @param folder where the store lies
   * @param waiting acts that were not sent; empty when that cannot be read
   * @param code for support
   */
  record Trouble(Kind kind, String folder, OptionalInt waiting, String code) {
    /** Whether the store itself is lost, so that beginning with an empty one is a way on. */
    public boolean lost() {
      return kind == Kind.DAMAGED || kind == Kind.KEYS_LOST;
    }
  }

  /** What came of a try, on the interface thread. */
  sealed interface Outcome {
    /** Done; the program goes on by itself. */
    record Opened() implements Outcome {}

    /** The same still stands against it. */
    record Still() implements Outcome {}
  }
}
