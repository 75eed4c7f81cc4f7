package counterfoil.client.cache;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.Chain;
import counterfoil.protocol.ChainHead;
import counterfoil.protocol.Ed25519Key;
import java.security.PrivateKey;

/**
 * The identity of this store towards the server. A fresh store is a new device.
 *
 * @param id UUIDv7
 * @param publicKey the key that the server enrolled
 * @param privateKey signs proofs and the chain; in memory only while the vault is open
 */
public record Device(String id, Ed25519Key publicKey, PrivateKey privateKey) {

  /** Signs the chain at the last command of a batch. */
  public ChainHead sign(QueuedCommand last) {
    byte[] message = Chain.signed(id, last.seq(), last.hash().toArray());
    return new ChainHead(last.seq(), last.hash(), Ed25519Key.sign(privateKey, message));
  }

  /** Signs any other bytes, for example an export. */
  public Bytes sign(byte[] message) {
    return Ed25519Key.sign(privateKey, message);
  }

  /** Only the id. */
  @Override
  public String toString() {
    return "Device[" + id + "]";
  }
}
