package counterfoil.viewmodel.shell;

import counterfoil.viewmodel.Wording;
import java.util.function.Consumer;

/** The choice a new installation begins with. */
public interface FirstRunDesk {
  /** Prepares the sample business and goes on to its sign-in. */
  void trySample(Consumer<Step> step);

  /** Looks whether a server answers at an address. */
  void test(String address, Consumer<Step> step);

  /** Keeps the address that was tested last and goes on to the sign-in. */
  void connect(Consumer<Step> step);

  /** What happened, on the interface thread; {@code Working} any number of times before the end. */
  sealed interface Step {
    /** Under way. */
    record Working(Wording what) implements Step {}

    /**
     * A server answered.
     *
     * @param address the address as it will be kept
     * @param identity whose certificate it showed, for the person to compare; says so without TLS
     */
    record Found(String address, Wording identity) implements Step {}

    /** It did not work: why, and what to do. */
    record Failed(Wording why) implements Step {}

    /** Done; the program goes on by itself. */
    record Done() implements Step {}
  }
}
