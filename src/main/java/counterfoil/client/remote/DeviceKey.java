package counterfoil.client.remote;

import counterfoil.protocol.Ed25519Key;
import java.security.PrivateKey;

/**
 * The key that proves the device (RFC 9449).
 *
 * @param privateKey signs proofs
 * @param publicKey the half that the server knows
 */
public record DeviceKey(PrivateKey privateKey, Ed25519Key publicKey) {
  @Override
  public String toString() {
    return "DeviceKey[not shown]";
  }
}
