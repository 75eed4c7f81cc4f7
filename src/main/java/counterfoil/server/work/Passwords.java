package counterfoil.server.work;

import counterfoil.domain.rights.CommandType;
import counterfoil.domain.rights.Rights;
import counterfoil.domain.rights.Subject;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.protocol.PasswordChange;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.ResetCodeGrant;
import counterfoil.server.store.PeopleTable.Person;
import counterfoil.server.store.Store;
import counterfoil.server.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Passwords and the codes that reset them. Neither ever travels in a command. */
public final class Passwords {
  /** The fewest characters of a password. */
  public static final int SHORTEST = 10;

  private static final Duration RESET = Duration.ofDays(3);

  private final Store store;
  private final Surroundings around;
  private final Function<String, TenantWriter> writers;
  private final Hashing hashing;

  Passwords(
      Store store, Surroundings around, Function<String, TenantWriter> writers, Hashing hashing) {
    this.store = store;
    this.around = around;
    this.writers = writers;
    this.hashing = hashing;
  }

  /**
   * Changes a password. With the old one the caller is the user; with a reset code nobody need be
   * signed in, yet no device that was shut out may.
   *
   * @param caller who is signed in; null where nobody is
   * @param thumbprint of the key that proved the request
   * @return done; or {@code sign-in-failed}, {@code forbidden}, {@code invalid-request}, {@code
   *     device-blocked}, {@code version-stale} when another change came first
   */
  public Answer<Boolean> change(
      @Nullable Caller caller, String thumbprint, String user, PasswordChange change) {
    return hashing.during(() -> changeNow(caller, thumbprint, user, change));
  }

  private Answer<Boolean> changeNow(
      @Nullable Caller caller, String thumbprint, String user, PasswordChange change) {
    if (isTooShort(change.newPassword())) {
      return refused(
          Problem.of(ProblemCode.INVALID_REQUEST)
              .detail("a password has at least " + SHORTEST + " characters")
              .with("pointer", "/new_password"));
    }
    if (change.proof() instanceof PasswordChange.OldPassword(String old)
        && old.equals(change.newPassword())) {
      return refused(
          Problem.of(ProblemCode.INVALID_REQUEST)
              .detail("the new password is the old one")
              .with("pointer", "/new_password"));
    }
    String tenant = caller == null ? tenantOf(user) : caller.tenant();
    Person person = tenant == null ? null : store.read(tx -> tx.of(tenant).people().byId(user));
    if (tenant == null || person == null) {
      return refused(Problem.of(ProblemCode.SIGN_IN_FAILED));
    }
    boolean blocked = store.read(tx -> tx.of(tenant).devices().blocked(thumbprint));
    Problem problem =
        blocked ? Problem.of(ProblemCode.DEVICE_BLOCKED) : proved(caller, person, change.proof());
    if (problem != null) {
      return refused(problem);
    }
    String hash = PasswordHash.of(change.newPassword(), around.random());
    String session = caller == null ? "" : caller.session();
    return writers
        .apply(tenant)
        .now(
            group -> {
              Person now = group.tables().people().byId(user);
              if (now == null || changed(person, now)) {
                return refused(Problem.of(ProblemCode.VERSION_STALE));
              }
              group.tables().people().put(with(now, hash, null, null, false));
              group.tables().sessions().revokeOthers(user, session, group.now());
              group.audit(
                  Group.Decision.ofPerson(
                      user,
                      caller == null ? "" : caller.device(),
                      "user.password",
                      around.ids().get(),
                      user));
              return new Answer.Done<>(true);
            });
  }

  /** Whether another change came first: a reset code serves once, also for two at the same time. */
  private static boolean changed(Person seen, Person now) {
    return now.version() != seen.version()
        || !Objects.equals(now.passwordHash(), seen.passwordHash())
        || !Objects.equals(now.resetHash(), seen.resetHash());
  }

  static boolean isTooShort(String password) {
    return password.codePointCount(0, password.length()) < SHORTEST;
  }

  private @Nullable Problem proved(
      @Nullable Caller caller, Person person, PasswordChange.Proof proof) {
    return switch (proof) {
      case PasswordChange.OldPassword(String password) -> {
        if (caller == null || !caller.actor().user().equals(person.id())) {
          yield Problem.of(ProblemCode.FORBIDDEN);
        }
        yield person.passwordHash() != null && PasswordHash.fits(password, person.passwordHash())
            ? null
            : Problem.of(ProblemCode.SIGN_IN_FAILED);
      }
      case PasswordChange.ResetCode(String code) -> {
        Instant until = person.resetUntil();
        yield person.resetHash() != null
                && until != null
                && until.isAfter(around.clock().instant())
                && PasswordHash.fits(VoucherCode.normalise(code), person.resetHash())
            ? null
            : Problem.of(ProblemCode.SIGN_IN_FAILED);
      }
    };
  }

  /**
   * Makes a code with which a user sets a new password; an earlier one is void.
   *
   * @return the code, named this once; or {@code not-found}, {@code forbidden}
   */
  public Answer<ResetCodeGrant> resetCode(Caller caller, String user) {
    String code = VoucherCode.generate(around.random()).formatted();
    String hash = PasswordHash.of(VoucherCode.normalise(code), around.random());
    return writers
        .apply(caller.tenant())
        .now(
            group -> {
              Person person = group.tables().people().byId(user);
              if (person == null) {
                return new Answer.Refused<>(Problem.of(ProblemCode.NOT_FOUND));
              }
              if (!Rights.mayCommand(
                  caller.actor(), CommandType.USER_UPDATE, Subject.party(person.party()))) {
                return new Answer.Refused<>(Problem.of(ProblemCode.FORBIDDEN));
              }
              Instant until = group.now().plus(RESET);
              group
                  .tables()
                  .people()
                  .put(with(person, person.passwordHash(), hash, until, person.mustChange()));
              group.audit(
                  Group.Decision.ofPerson(
                      caller.actor().user(),
                      caller.device(),
                      "user.reset_code",
                      around.ids().get(),
                      user));
              return new Answer.Done<>(new ResetCodeGrant(code, until));
            });
  }

  private @Nullable String tenantOf(String user) {
    return store.read(tx -> tenantOf(tx, user));
  }

  private static @Nullable String tenantOf(Tx tx, String user) {
    for (String tenant : tx.tenants()) {
      if (tx.of(tenant).people().byId(user) != null) {
        return tenant;
      }
    }
    return null;
  }

  private static Answer<Boolean> refused(Problem problem) {
    return new Answer.Refused<>(problem);
  }

  /** The person with another password; the version stays, for nothing that the feed shows moved. */
  static Person with(
      Person person,
      @Nullable String hash,
      @Nullable String resetHash,
      @Nullable Instant resetUntil,
      boolean mustChange) {
    return new Person(
        person.id(),
        person.party(),
        person.usernameMac(),
        person.names(),
        hash,
        resetHash,
        resetUntil,
        mustChange,
        person.active(),
        person.roles(),
        person.stores(),
        person.version());
  }
}
