package counterfoil.client.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of one store. */
final class VaultTest {
  @TempDir Path folder;

  private Vault vault() {
    return new Vault(folder.resolve("vault"), new SecureRandom(), Store.CHEAP);
  }

  private Vault made() throws IOException {
    Vault vault = vault();
    vault.create(Store.PERSON, Store.password());
    return vault;
  }

  @Test
  void opensForThePersonWhoMadeIt() throws IOException {
    byte[] sealed = made().sealRow("vouchers", "a", 1, Store.utf8("secret"));
    Vault again = vault();
    assertThat(again.unlock(Store.PERSON, Store.password())).isInstanceOf(VaultResult.Open.class);
    assertThat(again.openRow("vouchers", "a", 1, sealed)).isEqualTo(Store.utf8("secret"));
  }

  @Test
  void staysShutForAWrongPassword() throws IOException {
    made();
    Vault again = vault();
    assertThat(again.unlock(Store.PERSON, "wrong".toCharArray()))
        .isEqualTo(new VaultResult.WrongPassword());
    assertThat(again.isOpen()).isFalse();
  }

  @Test
  void doesNotKnowAPersonWhoNeverSignedInHere() throws IOException {
    made();
    assertThat(vault().unlock("tenant\0bo", Store.password()))
        .isEqualTo(new VaultResult.UnknownPerson());
  }

  @Test
  void opensTheSameRowsForASecondPerson() throws IOException {
    Vault vault = made();
    byte[] sealed = vault.sealRow("vouchers", "a", 1, Store.utf8("secret"));
    vault.enrol("tenant\0bo", "other".toCharArray());
    Vault again = vault();
    again.unlock("tenant\0bo", "other".toCharArray());
    assertThat(again.openRow("vouchers", "a", 1, sealed)).isEqualTo(Store.utf8("secret"));
  }

  @Test
  void saysThatItsHeaderIsGone() {
    assertThat(unlockQuietly()).isEqualTo(new VaultResult.Missing());
  }

  @Test
  void noticesEveryFlippedByteOfItsHeader() throws IOException {
    made();
    Path file = folder.resolve("vault");
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 1;
      Files.write(file, flipped);
      assertThat(unlockQuietly()).as("byte %s", at).isInstanceOf(VaultResult.Damaged.class);
    }
  }

  @Test
  void wipesItsKeysWhenLocked() throws IOException {
    Vault vault = made();
    Keys keys = vault.keys();
    byte[] rows = keys.rows();
    vault.lock();
    assertThat(rows).containsOnly(0);
    assertThat(keys.root()).containsOnly(0);
    assertThatThrownBy(() -> vault.sealRow("vouchers", "a", 1, new byte[1]))
        .isInstanceOf(VaultLocked.class);
  }

  @Test
  void tiesARowToItsTableIdAndVersion() throws IOException {
    Vault vault = made();
    byte[] sealed = vault.sealRow("vouchers", "a", 1, Store.utf8("secret"));
    for (var wrong :
        new Runnable[] {
          () -> vault.openRow("users", "a", 1, sealed),
          () -> vault.openRow("vouchers", "b", 1, sealed),
          () -> vault.openRow("vouchers", "a", 2, sealed)
        }) {
      assertThatThrownBy(wrong::run).isInstanceOf(StorageFailure.class);
    }
  }

  @Test
  void namesNobodyInItsHeader() throws IOException {
    made();
    assertThat(Files.readString(folder.resolve("vault"))).doesNotContain("mei", "tenant");
  }

  private VaultResult unlockQuietly() {
    try {
      return vault().unlock(Store.PERSON, Store.password());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
