package counterfoil.client.session;

import counterfoil.client.cache.SecretStore;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.MalformedJson;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.TokenPair;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** What the server granted each person of this device, sealed. */
final class GrantStore {
  private final SecretStore secrets;

  GrantStore(SecretStore secrets) {
    this.secrets = secrets;
  }

  /** A grant and when it was given. */
  record Kept(SessionGrant grant, Instant at) {}

  void put(String token, SessionGrant grant, Instant at) {
    secrets.put("grant." + token, Bytes.of(grant.bytes()));
    secrets.put("grant-time." + token, Bytes.of(at.toString().getBytes(StandardCharsets.UTF_8)));
    putTokens(token, grant.tokens());
  }

  void putTokens(String token, TokenPair tokens) {
    secrets.put("tokens." + token, Bytes.of(tokens.bytes()));
  }

  void forgetTokens(String token) {
    secrets.remove("tokens." + token);
  }

  Optional<TokenPair> tokens(String token) {
    return secrets.get("tokens." + token).map(GrantStore::tokens);
  }

  Optional<Kept> get(String token) {
    Optional<Bytes> grant = secrets.get("grant." + token);
    Optional<Bytes> time = secrets.get("grant-time." + token);
    if (grant.isEmpty() || time.isEmpty()) {
      return Optional.empty();
    }
    String at = new String(time.get().toArray(), StandardCharsets.UTF_8);
    return Optional.of(new Kept(grant(grant.get()), Instant.parse(at)));
  }

  private static SessionGrant grant(Bytes bytes) {
    try {
      return SessionGrant.read(bytes.toArray());
    } catch (MalformedJson | InvalidContent e) {
      throw new IllegalStateException("a kept grant", e);
    }
  }

  private static TokenPair tokens(Bytes bytes) {
    try {
      return TokenPair.read(bytes.toArray());
    } catch (MalformedJson | InvalidContent e) {
      throw new IllegalStateException("kept tokens", e);
    }
  }
}
