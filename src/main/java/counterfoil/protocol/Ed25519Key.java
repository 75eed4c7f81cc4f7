package counterfoil.protocol;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;

/**
 * A public Ed25519 key, on the wire a JWK of kind {@code OKP} (RFC 8037).
 *
 * @param x the 32 bytes of the encoded point (RFC 8032)
 */
public record Ed25519Key(Bytes x) {
  private static final int SIZE = 32;

  /** Rejects keys of another length. */
  public Ed25519Key {
    if (x.size() != SIZE) {
      throw new IllegalArgumentException("a key of " + x.size() + " bytes");
    }
  }

  /** The key of a JDK key. */
  public static Ed25519Key of(PublicKey key) {
    if (!(key instanceof EdECPublicKey edEc)) {
      throw new IllegalArgumentException(key.getAlgorithm());
    }
    byte[] little = new byte[SIZE];
    byte[] big = edEc.getPoint().getY().toByteArray();
    for (int i = 0; i < big.length && i < SIZE; i++) {
      little[i] = big[big.length - 1 - i];
    }
    if (edEc.getPoint().isXOdd()) {
      little[SIZE - 1] |= (byte) 0x80;
    }
    return new Ed25519Key(Bytes.of(little));
  }

  /** Whether the signature over the message is this key's. A key that is no point signs nothing. */
  public boolean verifies(byte[] message, byte[] signature) {
    Optional<PublicKey> key = publicKey();
    if (key.isEmpty()) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key.get());
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private Optional<PublicKey> publicKey() {
    byte[] big = new byte[SIZE];
    byte[] little = x.shared();
    for (int i = 0; i < SIZE; i++) {
      big[i] = little[SIZE - 1 - i];
    }
    boolean odd = (big[0] & 0x80) != 0;
    big[0] &= 0x7f;
    EdECPoint point = new EdECPoint(odd, new BigInteger(1, big));
    try {
      return Optional.of(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  /** Signs a message with the private half of a key. */
  public static Bytes sign(PrivateKey key, byte[] message) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(message);
      return Bytes.of(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 key", e);
    }
  }

  /** The JWK's SHA-256 thumbprint (RFC 7638), base64url. */
  public String thumbprint() {
    return Hashes.sha256(json().canonical()).base64Url();
  }

  Json json() {
    return Json.object().put("crv", "Ed25519").put("kty", "OKP").put("x", x.base64Url());
  }

  static Ed25519Key read(Members in) throws InvalidContent {
    if (!in.text("kty", 16).equals("OKP")) {
      throw in.invalid("kty", "must be OKP");
    }
    if (!in.text("crv", 16).equals("Ed25519")) {
      throw in.invalid("crv", "must be Ed25519");
    }
    if (in.has("d")) {
      throw in.invalid("d", "a private key never travels");
    }
    return new Ed25519Key(in.base64("x", SIZE, SIZE));
  }
}
