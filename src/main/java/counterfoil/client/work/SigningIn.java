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

  /** Shuts the local store until the person gives the password again; work in flight goes on. */
  void lock();

  /** Opens the locked store again for the same person; says whether the password was right. */
  boolean unlock(char[] password);

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
