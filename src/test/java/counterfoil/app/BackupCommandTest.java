package counterfoil.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backup} and {@code restore} as an operator types them. */
final class BackupCommandTest {
  @TempDir Path place;

  private String at(String folder) {
    return place.resolve(folder).toString();
  }

  @Test
  void aBackupIsRestoredElsewhereWithAnAuditChainThatFits() {
    assertThat(Said.run("sample", "--data", at("store"), "--vouchers", "40").exit()).isZero();
    assertThat(Said.run("backup", "--data", at("store"), "--to", at("copy")).exit()).isZero();
    assertThat(Said.run("restore", "--from", at("copy"), "--data", at("other")).exit()).isZero();
    assertThat(Said.run("verify-audit", "--data", at("other")).exit()).isZero();
  }

  @Test
  void whatCannotBeBackedUpIsSaidInWordsAndMakesNothing() {
    Said nothing = Said.run("backup", "--data", at("empty"), "--to", at("copy"));
    assertThat(nothing.exit()).isEqualTo(1);
    assertThat(nothing.err()).contains("there is no store in");
    Said elsewhere =
        Said.run(
            "backup",
            "--database-url",
            "jdbc:postgresql://localhost/none",
            "--data",
            at("empty"),
            "--to",
            at("copy"));
    assertThat(elsewhere.exit()).isEqualTo(2);
    assertThat(elsewhere.err()).contains("pg_basebackup");
    assertThat(place).isEmptyDirectory();
  }
}
