package counterfoil.client.work;

import java.time.Instant;
import java.util.Optional;

/** Signing in with the server or without it, locking, signing out. Calls block. */
public interface SigningIn {

  /** What is known of this device before anybody signs in. */
  Before before();

  /**
   * Signs in at the server, or without it where this person signed in here before.
   *
   * @param password the caller clears it afterwards
   */
  SignInAnswer signIn(String username, char[] password);

  /**
   * Signs in after the password was changed elsewhere, so that this device learns the new one.
   *
   * @param previous the password that this device still knows; the caller clears it
   * @param password the new one; the caller clears it
   */
  SignInAnswer signInAfterChange(String username, char[] previous, char[] password);

  /** Changes a password that must be changed, and signs in with the new one. */
  SignInAnswer changePassword(String username, char[] password, char[] next);

  /**
   * What the server shall call this device; it takes effect when the device is enrolled.
   *
   * @param name as typed; an empty one changes nothing
   */
  void nameDevice(String name);

  /**
   * Which of the server's companies the next try is for; a store that has been signed in at keeps
   * to its own.
   *
   * @param name as typed; an empty one changes nothing
   */
  void nameCompany(String name);

  /** Who is signed in, with the names as this device knows them by now. */
  Optional<Account> account();

  /** A key or the pointer was used. Never waits; safe on the interface thread. */
  void touch();

  /** Locks when nobody has touched anything for the idle time; says whether it locked just now. */
  boolean lockIfIdle();

  /** Locks at once: the keys leave memory, what waits is sent after unlocking. */
  void lock();

  /**
   * Opens the locked store again for the person who is signed in.
   *
   * @param password the caller clears it afterwards
   * @return {@code SignedIn}, {@code Wrong} or {@code Fault}
   */
  SignInAnswer unlock(char[] password);

  /** Signs out; what waits stays queued and is sent after the next sign-in. */
  void signOut();

  /**
   * What is known of this device before anybody signs in.
   *
   * @param server the server's address
   * @param deviceName what people call this device
   * @param company the company that was asked for at the last try; empty when none was
   * @param enrolled whether the server knows it
   * @param queue acts that wait to be sent
   * @param lastSync when the last pull was complete
   */
  record Before(
      String server,
      String deviceName,
      String company,
      boolean enrolled,
      int queue,
      Optional<Instant> lastSync) {}
}
