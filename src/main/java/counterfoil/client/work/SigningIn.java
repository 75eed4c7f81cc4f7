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

  /** Changes a password that must be changed, and signs in with the new one. */
  SignInAnswer changePassword(String username, char[] password, char[] next);

  /**
   * What the server shall call this device; it takes effect when the device is enrolled.
   *
   * @param name as typed; an empty one changes nothing
   */
  void nameDevice(String name);

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
   * @param enrolled whether the server knows it
   * @param queue acts that wait to be sent
   * @param lastSync when the last pull was complete
   */
  record Before(
      String server, String deviceName, boolean enrolled, int queue, Optional<Instant> lastSync) {}
}
