package counterfoil.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backup} and {@code restore} as an operator types them. */
final class BackupCommandTest {
  @TempDir Path place;

  private record Said(int exit, String out, String err) {}

  private Said run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            List.of(words),
            new Console(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String at(String folder) {
    return place.resolve(folder).toString();
  }

  @Test
  void aBackupIsRestoredElsewhereWithAnAuditChainThatFits() {
    assertThat(run("sample", "--data", at("store"), "--vouchers", "40").exit()).isZero();
    assertThat(run("backup", "--data", at("store"), "--to", at("copy")).exit()).isZero();
    assertThat(run("restore", "--from", at("copy"), "--data", at("other")).exit()).isZero();
    assertThat(run("verify-audit", "--data", at("other")).exit()).isZero();
  }

  @Test
  void whatCannotBeBackedUpIsSaidInWordsAndMakesNothing() {
    Said nothing = run("backup", "--data", at("empty"), "--to", at("copy"));
    assertThat(nothing.exit()).isEqualTo(1);
    assertThat(nothing.err()).contains("there is no store in");
    Said elsewhere =
        run(
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
