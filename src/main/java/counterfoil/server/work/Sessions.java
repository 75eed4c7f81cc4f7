package counterfoil.server.work;

import counterfoil.domain.rights.Actor;
import counterfoil.domain.rights.PartyKind;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.Chain;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.SessionRequest;
import counterfoil.protocol.TokenPair;
import counterfoil.server.store.DeviceTable.Device;
import counterfoil.server.store.PeopleTable.Person;
import counterfoil.server.store.PlacesTable.Party;
import counterfoil.server.store.ServerKey;
import counterfoil.server.store.SessionTable.Family;
import counterfoil.server.store.Store;
import counterfoil.server.store.Tables;
import counterfoil.server.store.Tx;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signing in, enrolling devices, tokens. Tokens are random and kept as hashes only; each holds the
 * tenant and the family of its pair, so that it is found by its key.
 */
public final class Sessions {
  static final Duration ACCESS = Duration.ofMinutes(15);
  static final Duration FAMILY = Duration.ofDays(30);
  private static final int SECRET = 32;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Store store;
  private final Surroundings around;
  private final Function<String, TenantWriter> writers;
  private final Lockout lockout;
  private final Hashing hashing;
  private final String noPassword;

  Sessions(
      Store store, Surroundings around, Function<String, TenantWriter> writers, Hashing hashing) {
    this.store = store;
    this.around = around;
    this.writers = writers;
    this.lockout = new Lockout(around.clock());
    this.hashing = hashing;
    // Hashed against when the user is not there, so that the answer takes as long.
    this.noPassword = PasswordHash.none(around.random());
  }

  /** The keyed hash by which a user is found: NFKC, any case. */
  static String usernameMac(ServerKey key, String username) {
    return key.mac(
        "username",
        Normalizer.normalize(username, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
  }

  /**
   * Signs a person in at a device, and enrols the device when it is new.
   *
   * @param request who and where
   * @param address the caller's network address, for the count of wrong tries
   * @return tokens and keys; or {@code tenant-needed}, {@code tenant-unknown} for an id, {@code
   *     sign-in-failed} with {@code tries_left}, {@code sign-in-locked} with {@code retry_after},
   *     {@code device-known}, {@code device-blocked}
   */
  public Answer<SessionGrant> signIn(SessionRequest request, String address) {
    return hashing.during(() -> signInNow(request, address));
  }

  private Answer<SessionGrant> signInNow(SessionRequest request, String address) {
    return switch (store.read(tx -> asked(tx, request.tenant()))) {
      case Asked.NotNamed() -> new Answer.Refused<>(Problem.of(ProblemCode.TENANT_NEEDED));
      case Asked.NotHere() -> new Answer.Refused<>(Problem.of(ProblemCode.TENANT_UNKNOWN));
      // Tries at a company that is not there are counted too: the answer tells nobody which are.
      case Asked.Nobodys() -> {
        PasswordHash.fits(request.password(), noPassword);
        String who = usernameMac(store.key(), request.username());
        yield new Answer.Refused<>(store.write(tx -> lockout.wrongNowhere(tx, who, address)));
      }
      case Asked.One(String tenant) -> signInNow(tenant, request, address);
    };
  }

  private Answer<SessionGrant> signInNow(String tenant, SessionRequest request, String address) {
    String who = usernameMac(store.key(), request.username());
    Problem locked = store.read(tx -> lockout.locked(tx.of(tenant), who, address));
    if (locked != null) {
      return new Answer.Refused<>(locked);
    }
    Person person = store.read(tx -> tx.of(tenant).people().byUsername(who));
    String hash = person == null ? null : person.passwordHash();
    boolean fits = PasswordHash.fits(request.password(), hash == null ? noPassword : hash);
    if (person == null || hash == null || !fits || !person.active()) {
      return new Answer.Refused<>(store.write(tx -> lockout.wrong(tx.of(tenant), who, address)));
    }
    return writers.apply(tenant).now(group -> enter(group, request, person, who, address));
  }

  /** Which tenant a sign-in is for. */
  private sealed interface Asked {
    /** This one. */
    record One(String tenant) implements Asked {}

    /** None was named, and there are several. */
    record NotNamed() implements Asked {}

    /** One was named by an id that is not here. */
    record NotHere() implements Asked {}

    /** One was named that is not here, or there is none at all. */
    record Nobodys() implements Asked {}
  }

  private static Asked asked(Tx tx, @Nullable String name) {
    if (name == null) {
      List<String> all = tx.tenants();
      return switch (all.size()) {
        case 0 -> new Asked.Nobodys();
        case 1 -> new Asked.One(all.getFirst());
        default -> new Asked.NotNamed();
      };
    }
    if (ID.matcher(name).matches()) {
      return tx.holds(name) ? new Asked.One(name) : new Asked.NotHere();
    }
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
    String exactly = tx.tenantNamed(name);
    if (exactly != null) {
      return new Asked.One(exactly);
    }
    List<String> called = tx.tenantsCalled(plain);
    return called.size() == 1 ? new Asked.One(called.getFirst()) : new Asked.Nobodys();
  }

  /**
   * Whether this server holds a tenant. Its id is long and random in part, and tells nothing more.
   */
  public boolean holds(String tenant) {
    return store.read(tx -> tx.holds(tenant));
  }

  private Answer<SessionGrant> enter(
      Group group, SessionRequest request, Person asked, String who, String address) {
    Tables tables = group.tables();
    // Others may have locked the user while this password was being hashed.
    Problem locked = lockout.locked(tables, who, address);
    if (locked != null) {
      return new Answer.Refused<>(locked);
    }
    // The password, the roles and the stores may have been changed meanwhile as well.
    Person person = tables.people().byId(asked.id());
    if (person == null
        || !person.active()
        || !Objects.equals(person.passwordHash(), asked.passwordHash())) {
      return new Answer.Refused<>(lockout.wrong(tables, who, address));
    }
    Device device = tables.devices().byId(request.device());
    if (device != null && !device.key().equals(request.deviceKey())) {
      return new Answer.Refused<>(Problem.of(ProblemCode.DEVICE_KNOWN));
    }
    if (device != null && device.blocked() != null) {
      return new Answer.Refused<>(Problem.of(ProblemCode.DEVICE_BLOCKED));
    }
    Device seen = enrolled(group, device, request, person);
    tables.devices().signedIn(seen.id(), person.id(), group.now());
    lockout.right(tables, who, address);
    String family = around.ids().get();
    TokenPair pair = pair(group.tenant(), family);
    Instant now = group.now();
    tables
        .sessions()
        .put(
            new Family(
                family,
                person.id(),
                seen.id(),
                hash(pair.accessToken()),
                now.plus(ACCESS),
                hash(pair.refreshToken()),
                null,
                null,
                now.plus(FAMILY),
                null));
    group.audit(
        Group.Decision.ofPerson(person.id(), seen.id(), "session.begin", family, person.id()));
    return new Answer.Done<>(grant(group, person, pair));
  }

  private Device enrolled(
      Group group, @Nullable Device device, SessionRequest request, Person person) {
    boolean known =
        device != null
            && device.party().equals(person.party())
            && device.stores().equals(person.stores());
    Device next =
        device == null
            ? fresh(group, request, person)
            : new Device(
                device.id(),
                device.name(),
                device.key(),
                person.party(),
                person.stores(),
                device.headSeq(),
                device.headHash(),
                null,
                device.enrolledAt(),
                group.now(),
                known ? device.version() : device.version() + 1);
    group.tables().devices().put(next);
    if (!known) {
      group.stamp(Rows.device(next));
      AdminActs.stampRisk(group, next);
    }
    return next;
  }

  private static Device fresh(Group group, SessionRequest request, Person person) {
    return new Device(
        request.device(),
        request.deviceName(),
        request.deviceKey(),
        person.party(),
        person.stores(),
        0,
        Bytes.of(Chain.start(request.device())),
        null,
        group.now(),
        group.now(),
        1);
  }

  private SessionGrant grant(Group group, Person person, TokenPair pair) {
    return new SessionGrant(
        pair,
        group.tenant(),
        new SessionGrant.GrantedUser(
            person.id(),
            person.names().username(),
            person.names().name(),
            person.names().staffNumber(),
            person.mustChange()),
        new Actor(
            person.id(),
            person.party(),
            group.kind(person.party()),
            person.roles(),
            person.stores()),
        group.codeKeys().stream()
            .map(key -> new SessionGrant.CodeKey(key.id(), key.secret()))
            .toList(),
        group.now(),
        around.version(),
        SessionGrant.allCommands());
  }

  /**
   * Who holds an access token.
   *
   * @param accessToken the token
   * @param thumbprint of the key that signed the proof (RFC 9449)
   * @return the caller; or {@code token-invalid}, {@code token-expired}
   */
  public Answer<Caller> caller(String accessToken, String thumbprint) {
    Optional<Tokens.Parts> parts = Tokens.read(accessToken);
    if (parts.isEmpty()) {
      return invalid();
    }
    String tenant = parts.get().tenant();
    Held held =
        store.read(
            tx -> {
              Family family = tx.of(tenant).sessions().byId(parts.get().family());
              return family == null ? null : held(tx.of(tenant), family);
            });
    if (held == null
        || !held.family().accessHash().equals(hash(accessToken))
        || !held.device().key().thumbprint().equals(thumbprint)
        || held.family().revokedAt() != null
        || !held.person().active()) {
      return invalid();
    }
    if (!held.family().accessUntil().isAfter(around.clock().instant())) {
      return new Answer.Refused<>(Problem.of(ProblemCode.TOKEN_EXPIRED));
    }
    if (held.family().pair() != null) {
      used(tenant, held.family());
    }
    return new Answer.Done<>(held.caller(tenant));
  }

  private static <T> Answer<T> invalid() {
    return new Answer.Refused<>(Problem.of(ProblemCode.TOKEN_INVALID));
  }

  /** The new pair was used: the token before it is worth nothing from now on. */
  private void used(String tenant, Family family) {
    store.write(
        tx -> {
          Family locked = tx.of(tenant).sessions().lock(family.id());
          if (locked != null && locked.accessHash().equals(family.accessHash())) {
            tx.of(tenant).sessions().put(with(locked, locked.previousHash(), null));
          }
          return true;
        });
  }

  /**
   * Renews a pair. Until the new pair is first used the old token with the same key gives the same
   * pair again; after that a replay revokes the family.
   *
   * @param refreshToken the token
   * @param thumbprint of the key that signed the proof
   * @return the pair; or {@code token-invalid}, {@code token-expired}, {@code device-blocked}
   */
  public Answer<TokenPair> refresh(String refreshToken, String thumbprint) {
    Optional<Tokens.Parts> parts = Tokens.read(refreshToken);
    if (parts.isEmpty()) {
      return invalid();
    }
    String tenant = parts.get().tenant();
    return store.write(
        tx -> {
          Family family = tx.of(tenant).sessions().lock(parts.get().family());
          Held held = family == null ? null : held(tx.of(tenant), family);
          return held == null || !held.device().key().thumbprint().equals(thumbprint)
              ? invalid()
              : renew(tx.of(tenant), tenant, held, hash(refreshToken));
        });
  }

  private Answer<TokenPair> renew(Tables tables, String tenant, Held held, String hash) {
    Family family = held.family();
    Instant now = around.clock().instant();
    if (family.revokedAt() != null || !held.person().active()) {
      return invalid();
    }
    if (held.device().blocked() != null) {
      return new Answer.Refused<>(Problem.of(ProblemCode.DEVICE_BLOCKED));
    }
    if (!family.endsAt().isAfter(now)) {
      return new Answer.Refused<>(Problem.of(ProblemCode.TOKEN_EXPIRED));
    }
    if (hash.equals(family.refreshHash())) {
      TokenPair pair = pair(tenant, family.id());
      tables.sessions().put(next(family, pair, now));
      return new Answer.Done<>(pair);
    }
    if (hash.equals(family.previousHash()) && family.pair() != null) {
      return new Answer.Done<>(Tokens.pair(family.pair(), left(family, now)));
    }
    // Only the device's own key comes this far: an older token of the family was copied with it.
    tables.sessions().put(revoked(family, now));
    return invalid();
  }

  /** Signs out: the family's tokens are worth nothing from now on. */
  public void signOut(Caller caller) {
    store.write(
        tx -> {
          Family family = tx.of(caller.tenant()).sessions().lock(caller.session());
          if (family != null) {
            tx.of(caller.tenant()).sessions().put(revoked(family, around.clock().instant()));
          }
          return true;
        });
  }

  /** When a session began; the beginning of time for one that is not there. */
  static Instant since(Tables tables, String session) {
    Family family = tables.sessions().byId(session);
    return family == null ? Instant.MIN : family.endsAt().minus(FAMILY);
  }

  private record Held(Family family, Person person, Device device, PartyKind kind) {
    Caller caller(String tenant) {
      return new Caller(
          tenant,
          family.id(),
          new Actor(person.id(), person.party(), kind, person.roles(), person.stores()),
          device.id(),
          device.key(),
          device.blocked() != null,
          person.mustChange());
    }
  }

  private static @Nullable Held held(Tables tables, Family family) {
    Person person = tables.people().byId(family.user());
    Device device = tables.devices().byId(family.device());
    Party party = person == null ? null : tables.places().party(person.party());
    return person == null || device == null || party == null
        ? null
        : new Held(family, person, device, party.kind());
  }

  private static Family with(Family family, @Nullable String previous, @Nullable String pair) {
    return new Family(
        family.id(),
        family.user(),
        family.device(),
        family.accessHash(),
        family.accessUntil(),
        family.refreshHash(),
        previous,
        pair,
        family.endsAt(),
        family.revokedAt());
  }

  private static Family next(Family family, TokenPair pair, Instant now) {
    return new Family(
        family.id(),
        family.user(),
        family.device(),
        hash(pair.accessToken()),
        now.plus(ACCESS),
        hash(pair.refreshToken()),
        family.refreshHash(),
        Tokens.text(pair),
        family.endsAt(),
        family.revokedAt());
  }

  private static Family revoked(Family family, Instant now) {
    return new Family(
        family.id(),
        family.user(),
        family.device(),
        family.accessHash(),
        family.accessUntil(),
        family.refreshHash(),
        family.previousHash(),
        null,
        family.endsAt(),
        now);
  }

  private static long left(Family family, Instant now) {
    return Math.max(0, Duration.between(now, family.accessUntil()).toSeconds());
  }

  private TokenPair pair(String tenant, String family) {
    return new TokenPair(token(tenant, family), ACCESS.toSeconds(), token(tenant, family));
  }

  private String token(String tenant, String family) {
    byte[] secret = new byte[SECRET];
    around.random().nextBytes(secret);
    return Tokens.write(new Tokens.Parts(tenant, family), secret);
  }

  private static String hash(String token) {
    return Digests.sha256(token).hex();
  }
}
