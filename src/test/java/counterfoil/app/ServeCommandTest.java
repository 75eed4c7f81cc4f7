package counterfoil.app;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.ServerProcess;
import counterfoil.server.store.Store;
import counterfoil.server.work.AuditCheck;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code serve} as an administrator meets it: a process with a data folder, words and exit codes.
 */
final class ServeCommandTest {
  @TempDir Path folder;

  private record Ended(int exit, String said) {}

  private static Ended run(String... words) throws Exception {
    Process process = ServerProcess.program(words).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  private Ended serve(Path data) throws Exception {
    return run("serve", "--port", "0", "--data", data.toString());
  }

  private static int get(URI server, String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }

  @Test
  void servesUntilItIsToldToEndAndLeavesABackup() throws Exception {
    Path data = folder.resolve("data");
    try (ServerProcess server = ServerProcess.serve("--data", data.toString())) {
      assertThat(get(server.address(), "/health/ready")).isEqualTo(200);
      server.terminate();
      assertThat(server.rest()).isEmpty();
      server.exit();
    }
    try (Stream<Path> backups = Files.list(data.resolve("backups"))) {
      List<Path> made = backups.toList();
      assertThat(made).hasSize(1);
      Ended audited = run("verify-audit", "--data", made.getFirst().toString());
      assertThat(audited.exit()).as(audited.said()).isZero();
    }
    try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
      assertThat(logs).isNotEmpty();
    }
  }

  @Test
  void aDataFolderThatCannotBeSaysSo() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Ended ended = serve(file.resolve("data"));
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.said()).contains("did not start").contains("file").doesNotContain("\tat ");
  }

  /** The command as somebody whom permissions hold: root passes over them unless told not to. */
  private static ProcessBuilder unprivileged(ProcessBuilder program) {
    if (!System.getProperty("user.name").equals("root")) {
      return program;
    }
    List<String> words = new ArrayList<>();
    words.addAll(List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search"));
    words.addAll(program.command());
    return program.command(words);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aReadOnlyDataFolderSaysSoAndChangesNothing() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Store.embedded(data, new SecureRandom()).close();
    Files.createDirectory(data.resolve("logs"));
    Set<PosixFilePermission> usual = Files.getPosixFilePermissions(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      Process process =
          unprivileged(ServerProcess.program("serve", "--port", "0", "--data", data.toString()))
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isEqualTo(1);
      assertThat(said).contains("did not start").doesNotContain("\tat ");
    } finally {
      Files.setPosixFilePermissions(data, usual);
    }
    try (Store store = Store.embedded(data, new SecureRandom())) {
      assertThat(AuditCheck.walk(store)).isEmpty();
    }
  }

  @Test
  void aStoreOfANewerVersionIsRefusedInWords() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Store.embedded(data, new SecureRandom()).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + Store.file(data));
        Statement sql = connection.createStatement()) {
      sql.execute("INSERT INTO schema_version (version) VALUES (999)");
    }
    Ended ended = serve(data);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.said()).contains("999").contains("newer").doesNotContain("\tat ");
  }

  @Test
  void beyondLoopbackItInsistsOnTls() throws Exception {
    Ended ended = run("serve", "--port", "0", "--data", folder.toString(), "--host", "0.0.0.0");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.said()).contains("--tls-cert").contains("--behind-proxy");
  }

  @Test
  void aPortThatIsTakenSaysSo() throws Exception {
    try (ServerProcess server = ServerProcess.serve("--data", folder.resolve("one").toString())) {
      Ended second =
          run(
              "serve",
              "--data",
              folder.resolve("two").toString(),
              "--port",
              String.valueOf(server.address().getPort()));
      assertThat(second.exit()).isEqualTo(1);
      assertThat(second.said()).contains("did not start");
    }
  }
}
