package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.work.Account;
import counterfoil.client.work.SignInAnswer;
import counterfoil.client.work.SigningIn;
import counterfoil.fixture.InlineBackground;
import counterfoil.viewmodel.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lock")
final class LockViewModelTest {
  private static final long GUN_INTERVAL = 8_000_000;
  private static final long PERSON_INTERVAL = 160_000_000;

  private final PaperVault vault = new PaperVault();
  private final List<String> ways = new ArrayList<>();
  private final LockViewModel lock =
      new LockViewModel(
          vault,
          new InlineBackground(),
          "林晓",
          () -> ways.add("back to work"),
          () -> ways.add("sign out"));

  @Test
  void waitsForAPassword() {
    lock.unlock().execute();

    assertThat(vault.tries).isEmpty();
  }

  @Test
  void saysThatThePasswordIsWrongAndForgetsIt() {
    lock.passwordProperty().set("guess");
    lock.unlock().execute();

    assertThat(vault.tries).containsExactly("guess");
    assertThat(lock.messageProperty().get()).isNotEqualTo(Wording.none());
    assertThat(lock.passwordProperty().get()).isEmpty();
    assertThat(ways).isEmpty();
  }

  @Test
  void wipesWhatItGaveAway() {
    lock.passwordProperty().set("guess");
    lock.unlock().execute();

    assertThat(vault.given).containsOnly('\0');
  }

  @Test
  void asksForASignInWhenThePasswordMustBeChanged() {
    vault.answer = new SignInAnswer.MustChangePassword();
    lock.passwordProperty().set("old");
    lock.unlock().execute();

    assertThat(ways).containsExactly("sign out");
  }

  @Test
  void neverTakesAScanForAPassword() {
    type("QK7M4XWD", GUN_INTERVAL);
    lock.passwordProperty().set("QK7M4XWD");

    assertThat(lock.pressed("ENTER", false, false, 9 * GUN_INTERVAL)).isTrue();
    assertThat(lock.passwordProperty().get()).isEmpty();
    assertThat(lock.messageProperty().get()).isEqualTo(Wording.of("lock.scanned"));
    assertThat(vault.tries).isEmpty();
  }

  @Test
  void letsAPersonTypeThePassword() {
    type("QK7M4XWD", PERSON_INTERVAL);
    lock.passwordProperty().set("QK7M4XWD");

    assertThat(lock.pressed("ENTER", false, false, 9 * PERSON_INTERVAL)).isFalse();
    assertThat(lock.passwordProperty().get()).isEqualTo("QK7M4XWD");
  }

  private void type(String text, long interval) {
    for (int i = 0; i < text.length(); i++) {
      String key = String.valueOf(text.charAt(i));
      long nanos = i * interval;
      lock.pressed(Character.isDigit(text.charAt(i)) ? "DIGIT" + key : key, false, false, nanos);
      lock.typed(key, nanos);
      lock.released(key, nanos + interval / 2);
    }
  }

  /** A vault on paper: it answers as it is told and keeps what it was given. */
  private static final class PaperVault implements SigningIn {
    private final List<String> tries = new ArrayList<>();
    private char[] given = {};
    private SignInAnswer answer = new SignInAnswer.Wrong(OptionalInt.empty());

    @Override
    public SignInAnswer unlock(char[] password) {
      tries.add(new String(password));
      given = password;
      return answer;
    }

    @Override
    public Before before() {
      throw new AssertionError("a locked program does not ask");
    }

    @Override
    public SignInAnswer signIn(String username, char[] password) {
      throw new AssertionError("the lock signs nobody in");
    }

    @Override
    public SignInAnswer signInAfterChange(String username, char[] previous, char[] password) {
      throw new AssertionError("the lock signs nobody in");
    }

    @Override
    public void nameCompany(String name) {
      throw new AssertionError("the lock names no company");
    }

    @Override
    public SignInAnswer changePassword(String username, char[] password, char[] next) {
      throw new AssertionError("the lock changes no password");
    }

    @Override
    public void nameDevice(String name) {
      throw new AssertionError("the lock names no device");
    }

    @Override
    public Optional<Account> account() {
      return Optional.empty();
    }

    @Override
    public void touch() {}

    @Override
    public boolean lockIfIdle() {
      return false;
    }

    @Override
    public void lock() {}

    @Override
    public void signOut() {}
  }
}
