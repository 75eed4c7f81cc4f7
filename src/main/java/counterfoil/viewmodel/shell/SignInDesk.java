package counterfoil.viewmodel.shell;

import counterfoil.viewmodel.Wording;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Signing in, with the server or without it. */
public interface SignInDesk {
  /** What is known about this device before anyone signs in. */
  Device device();

  /**
   * Tries to sign in; the session takes over when it succeeds.
   *
   * @param password cleared by the callee as soon as it was used
   * @param outcome on the interface thread
   */
  void signIn(String username, char[] password, Consumer<Outcome> outcome);

  /**
   * Signs in after the password was changed elsewhere.
   *
   * @param previous the password that this device still knows; cleared by the callee
   * @param password the new one; cleared likewise
   * @param outcome on the interface thread
   */
  void signInAfterChange(
      String username, char[] previous, char[] password, Consumer<Outcome> outcome);

  /**
   * Changes a password that must be changed, and signs in with the new one.
   *
   * @param password cleared by the callee as soon as it was used
   * @param next the new one; cleared likewise
   * @param outcome on the interface thread
   */
  void changePassword(String username, char[] password, char[] next, Consumer<Outcome> outcome);

  /**
   * What the server shall call this device, told with the next try.
   *
   * @param name as typed; only a device that is not enrolled yet takes one
   */
  void nameDevice(String name);

  /**
   * Which of the server's companies the next try is for.
   *
   * @param name as typed; only a device that is not enrolled yet takes one
   */
  void nameCompany(String name);

  /** What became of a try. */
  sealed interface Outcome {
    /** Signed in. */
    record Done() implements Outcome {}

    /** Account or password is wrong; how many tries are left, in words, may be empty. */
    record Wrong(Wording triesLeft) implements Outcome {}

    /** The password is not the one that this device knows; the previous one may be asked for. */
    record WrongHere() implements Outcome {}

    /** The server holds several companies, and which one is to be asked. */
    record CompanyNeeded() implements Outcome {}

    /** The password is right and must be changed before anything else. */
    record MustChangePassword() implements Outcome {}

    /** The new password is not taken: a longer or less common one is wanted. */
    record PasswordNotTaken() implements Outcome {}

    /** The local store cannot be used; the program goes on to the ways out of it. */
    record StoreBroken(StoreTroubleDesk.Kind why) implements Outcome {}

    /** Not signed in: why, and what to do. */
    record Refused(Wording why) implements Outcome {}
  }

  /**
   * What the ticket beside the form says.
   *
   * @param store the store that was worked for here last; empty for a new device
   * @param name what people call this device
   * @param company the company that was last asked for; empty where that was not needed
   * @param server the server, as people know it
   * @param secure whether the way to it is encrypted
   * @param lastSync time since the last exchange, in words
   * @param queue acts not yet uploaded
   * @param today the day, in the tenant's zone
   * @param enrolled whether the server knows this device
   * @param offlineHint what signing in without the network allows, in words; may be empty
   * @param leftBehind acts on this computer that wait for another server, in words; may be empty
   */
  record Device(
      Wording store,
      String name,
      String company,
      Wording server,
      boolean secure,
      Wording lastSync,
      long queue,
      LocalDate today,
      boolean enrolled,
      Wording offlineHint,
      Wording leftBehind) {}
}
