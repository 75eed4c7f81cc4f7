package counterfoil.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.cache.Cache;
import counterfoil.client.cache.CacheOptions;
import counterfoil.client.cache.Device;
import counterfoil.client.cache.OpenResult;
import counterfoil.client.cache.VaultCost;
import counterfoil.client.cache.VaultResult;
import counterfoil.domain.rights.Actor;
import counterfoil.domain.rights.PartyKind;
import counterfoil.domain.rights.Role;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.SessionGrant;
import counterfoil.protocol.SessionRequest;
import counterfoil.protocol.TokenPair;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who works at a device, with the server and without it. */
final class SessionTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String DEVICE = "01930000-0000-7000-8000-00000000000d";
  private static final String USER = "01930000-0000-7000-8000-00000000000a";
  private static final String PARTY = "01930000-0000-7000-8000-00000000000b";

  @TempDir Path folder;
  private final Accounts server = new Accounts();
  private Instant now = NOW;
  private Optional<String> company = Optional.empty();
  private Cache cache;
  private Session session;

  @BeforeEach
  void open() {
    var options = new CacheOptions(Runnable::run, new SecureRandom(), new VaultCost(64, 1, 1));
    cache = ((OpenResult.Opened) Cache.open(folder, options)).cache();
    ServerClock clock =
        new ServerClock(cache.clock(), () -> now, () -> Duration.between(NOW, now).toNanos());
    session =
        new Session(
            cache,
            server,
            clock,
            new SessionOptions(
                () -> company, () -> "Till 1", () -> DEVICE, SessionOptions.USUAL_IDLE));
  }

  @AfterEach
  void close() {
    cache.close();
  }

  private void restart() {
    cache.close();
    open();
  }

  private SignInResult signIn(String name, String password) throws IOException {
    return session.signIn(name, password.toCharArray());
  }

  private void signedIn() throws IOException {
    assertThat(signIn("mei", "right")).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void makesVaultAndDeviceOnlyOnceTheServerTookThePassword() throws IOException {
    assertThat(signIn("mei", "wrong")).isEqualTo(new SignInResult.Wrong(OptionalInt.of(4)));
    assertThat(cache.isNew()).isTrue();
    signedIn();
    assertThat(cache.device().get().orElseThrow().id()).isEqualTo(DEVICE);
    assertThat(session.access().orElseThrow().tokens().accessToken()).isEqualTo("a1");
  }

  @Test
  void knowsTheSamePersonInAnyWidthAndCase() throws IOException {
    signedIn();
    restart();
    assertThat(signIn(" ＭＥＩ ", "right")).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void signsInOfflineForSevenDaysAndThenOnlyReads() throws IOException {
    signedIn();
    server.reachable = false;
    now = NOW.plus(Duration.ofDays(7));
    restart();
    assertThat(readOnly(signIn("mei", "right"))).isFalse();
    now = NOW.plus(Duration.ofDays(7)).plusMillis(1);
    restart();
    assertThat(readOnly(signIn("mei", "right"))).isTrue();
  }

  private static boolean readOnly(SignInResult result) {
    assertThat(result).isInstanceOf(SignInResult.SignedIn.class);
    Person who = ((SignInResult.SignedIn) result).who();
    assertThat(who.online()).isFalse();
    assertThat(who.actor().roles()).containsExactly(Role.COUNTER);
    return who.readOnly();
  }

  @Test
  void refusesOfflineWhatItNeverSawOnline() throws IOException {
    server.reachable = false;
    assertThat(signIn("mei", "right")).isEqualTo(new SignInResult.NotKnownOffline());
    server.reachable = true;
    signedIn();
    server.reachable = false;
    restart();
    assertThat(signIn("mei", "wrong")).isEqualTo(new SignInResult.WrongHere());
    assertThat(signIn("bo", "other")).isEqualTo(new SignInResult.OtherPersonNeeded());
  }

  @Test
  void enrolsASecondPersonAfterTheFirstSignedOut() throws IOException {
    signedIn();
    assertThat(session.signOut()).isZero();
    assertThat(session.access()).isEmpty();
    assertThat(signIn("bo", "other")).isInstanceOf(SignInResult.SignedIn.class);
    server.reachable = false;
    restart();
    assertThat(signIn("bo", "other")).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void locksAfterFiveIdleMinutesAndOpensForTheSamePerson() throws IOException {
    signedIn();
    now = NOW.plus(Duration.ofMinutes(5)).minusMillis(1);
    assertThat(session.lockIfIdle()).isFalse();
    now = NOW.plus(Duration.ofMinutes(5));
    assertThat(session.lockIfIdle()).isTrue();
    assertThat(session.isOpen()).isFalse();
    assertThat(session.access()).isEmpty();
    assertThat(session.unlock("wrong".toCharArray())).isEqualTo(new VaultResult.WrongPassword());
    assertThat(session.unlock("right".toCharArray())).isEqualTo(new VaultResult.Open());
    assertThat(session.access()).isPresent();
  }

  @Test
  void changesAFirstPasswordThatMustBeChanged() throws IOException {
    server.mustChange = true;
    assertThat(signIn("mei", "right")).isEqualTo(new SignInResult.MustChangePassword());
    assertThat(session.changePassword("mei", "right".toCharArray(), "next".toCharArray()))
        .isInstanceOf(SignInResult.SignedIn.class);
    server.reachable = false;
    restart();
    assertThat(signIn("mei", "right")).isEqualTo(new SignInResult.WrongHere());
    assertThat(signIn("mei", "next")).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void asksOnceForThePreviousPasswordWhenItWasChangedElsewhere() throws IOException {
    signedIn();
    restart();
    server.passwords.put("mei", "next");
    assertThat(signIn("mei", "next")).isEqualTo(new SignInResult.WrongHere());
    server.reachable = false;
    assertThat(session.signInAfterChange("mei", "right".toCharArray(), "next".toCharArray()))
        .as("only the server can tell whether the new one is right")
        .isEqualTo(new SignInResult.NotKnownOffline());
    server.reachable = true;
    assertThat(session.signInAfterChange("mei", "right".toCharArray(), "next".toCharArray()))
        .isInstanceOf(SignInResult.SignedIn.class);
    restart();
    assertThat(signIn("mei", "next")).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void asksForACompanyOnlyWhereTheServerHasSeveralAndOnlyOnce() throws IOException {
    server.several = true;
    assertThat(signIn("mei", "right")).isEqualTo(new SignInResult.CompanyNeeded());
    assertThat(cache.isNew()).isTrue();
    company = Optional.of("another");
    assertThat(signIn("mei", "right")).isEqualTo(new SignInResult.Wrong(OptionalInt.of(4)));
    company = Optional.of("shop");
    signedIn();
    company = Optional.empty();
    restart();
    signedIn();
    assertThat(server.asked).containsExactly("null", "another", "shop", PARTY);
  }

  @Test
  void namesItsTenantForAChangeOfThePasswordToo() throws IOException {
    server.several = true;
    company = Optional.of("shop");
    server.mustChange = true;
    assertThat(signIn("mei", "right")).isEqualTo(new SignInResult.MustChangePassword());
    assertThat(session.changePassword("mei", "right".toCharArray(), "next".toCharArray()))
        .isInstanceOf(SignInResult.SignedIn.class);
    assertThat(server.asked).containsOnly("shop");
  }

  @Test
  void staysOutOfAServerOfAnotherBusinessAndKeepsItsOwnStore() throws IOException {
    signedIn();
    Device own = cache.device().get().orElseThrow();
    restart();
    server.tenant = "01930000-0000-7000-8000-00000000ffff";
    assertThat(signIn("mei", "right")).isEqualTo(new SignInResult.OtherBusiness());
    assertThat(session.person()).isEmpty();
    assertThat(session.access()).isEmpty();
    assertThat(cache.device().tenant()).contains(PARTY);
    assertThat(cache.device().get().orElseThrow().publicKey()).isEqualTo(own.publicKey());
  }

  @Test
  void takesNoGrantOfAnotherBusinessEvenFromAServerThatAnswersWithOne() throws IOException {
    signedIn();
    restart();
    server.lies = true;
    assertThat(signIn("mei", "right")).isEqualTo(new SignInResult.OtherBusiness());
    assertThat(session.person()).isEmpty();
  }

  @Test
  void rotatesItsTokensAndKeepsThem() throws IOException {
    signedIn();
    assertThat(session.refresh()).isEqualTo(Session.Refreshed.DONE);
    assertThat(session.access().orElseThrow().tokens().accessToken()).isEqualTo("a2");
    server.reachable = false;
    assertThat(session.refresh()).isEqualTo(Session.Refreshed.LATER);
  }

  /** A server of two people, in memory. */
  private static final class Accounts implements AccountServer {
    private final Map<String, String> passwords =
        new HashMap<>(Map.of("mei", "right", "bo", "other"));
    private final List<String> asked = new ArrayList<>();
    private String tenant = PARTY;
    private boolean several;
    private boolean lies;
    private boolean reachable = true;
    private boolean mustChange;
    private int issued;

    @Override
    public Reply<SessionGrant> signIn(SessionRequest request, Device device) {
      if (!reachable) {
        return new Reply.Unreachable<>();
      }
      asked.add(String.valueOf(request.tenant()));
      ProblemCode place = place(request.tenant());
      if (place != null) {
        return refused(place);
      }
      String name = request.username().toLowerCase(Locale.ROOT);
      if (!request.password().equals(passwords.get(name))) {
        return refused(ProblemCode.SIGN_IN_FAILED);
      }
      return new Reply.Got<>(grant(name), NOW);
    }

    private @Nullable ProblemCode place(@Nullable String asked) {
      if (asked == null) {
        return several ? ProblemCode.TENANT_NEEDED : null;
      }
      if (asked.equals(tenant) || asked.equals("shop")) {
        return null;
      }
      return asked.length() == PARTY.length()
          ? ProblemCode.TENANT_UNKNOWN
          : ProblemCode.SIGN_IN_FAILED;
    }

    private SessionGrant grant(String name) {
      return new SessionGrant(
          tokens(),
          lies ? USER : tenant,
          new SessionGrant.GrantedUser(USER, name, "梅", null, mustChange),
          new Actor(USER, PARTY, PartyKind.SUPPLIER, Set.of(Role.COUNTER), Set.of()),
          List.of(new SessionGrant.CodeKey("k1", Bytes.of(new byte[32]))),
          NOW,
          "0.1.0",
          Set.of("voucher.redeem"));
    }

    private TokenPair tokens() {
      issued++;
      return new TokenPair("a" + issued, 300, "r" + issued);
    }

    private static <T> Reply<T> refused(ProblemCode code) {
      return new Reply.Refused<>(Problem.of(code).with("tries_left", 4), Optional.empty());
    }

    @Override
    public Reply<TokenPair> refresh(String refreshToken, Device device) {
      return reachable ? new Reply.Got<>(tokens(), NOW) : new Reply.Unreachable<>();
    }

    @Override
    public Reply<Instant> signOut(String accessToken, Device device) {
      return reachable ? new Reply.Got<>(NOW, NOW) : new Reply.Unreachable<>();
    }

    @Override
    public Reply<Instant> changePassword(
        SessionRequest request, String newPassword, Device device) {
      asked.add(String.valueOf(request.tenant()));
      passwords.put(request.username(), newPassword);
      mustChange = false;
      return new Reply.Got<>(NOW, NOW);
    }
  }
}
