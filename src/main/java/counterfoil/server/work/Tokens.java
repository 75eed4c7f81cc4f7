package counterfoil.server.work;

import counterfoil.protocol.Bytes;
import counterfoil.protocol.TokenPair;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** The form of tokens: tenant, family, 32 random bytes, in base64url. Opaque to clients. */
final class Tokens {
  private static final int SIZE = 64;

  private Tokens() {}

  /** Where a token is looked up. */
  record Parts(String tenant, String family) {}

  static String write(Parts parts, byte[] secret) {
    UUID tenant = UUID.fromString(parts.tenant());
    UUID family = UUID.fromString(parts.family());
    return Bytes.of(
            ByteBuffer.allocate(SIZE)
                .putLong(tenant.getMostSignificantBits())
                .putLong(tenant.getLeastSignificantBits())
                .putLong(family.getMostSignificantBits())
                .putLong(family.getLeastSignificantBits())
                .put(secret)
                .array())
        .base64Url();
  }

  static Optional<Parts> read(String token) {
    return Bytes.ofBase64Url(token)
        .filter(bytes -> bytes.size() == SIZE)
        .map(
            bytes -> {
              ByteBuffer buffer = ByteBuffer.wrap(bytes.toArray());
              return new Parts(
                  new UUID(buffer.getLong(), buffer.getLong()).toString(),
                  new UUID(buffer.getLong(), buffer.getLong()).toString());
            });
  }

  /** A pair as one text, for keeping sealed. */
  static String text(TokenPair pair) {
    return pair.accessToken() + " " + pair.refreshToken();
  }

  static TokenPair pair(String text, long expiresIn) {
    int space = text.indexOf(' ');
    return new TokenPair(text.substring(0, space), expiresIn, text.substring(space + 1));
  }
}
