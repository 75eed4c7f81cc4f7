package counterfoil.client.cache;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.SentCommand;
import java.time.Instant;

/**
 * An act with its place in the device's chain.
 *
 * @param seq its place, from 1
 * @param sent id, target and the canonical bytes, made once
 * @param hash h(seq), 32 bytes
 * @param state where it stands
 * @param issuedAt when the person acted, in server time
 */
public record QueuedCommand(
    long seq, SentCommand sent, Bytes hash, CommandState state, Instant issuedAt) {

  /** The command's id. */
  public String id() {
    return sent.id();
  }

  /** The bytes that the chain hashes and that are sent. */
  public Bytes canonical() {
    return sent.canonical();
  }

  /** Leaves the content out. */
  @Override
  public String toString() {
    return "QueuedCommand[" + seq + ", " + id() + ", " + state + "]";
  }
}
