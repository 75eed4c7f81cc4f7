package counterfoil.sim;

import counterfoil.domain.calendar.WorkCalendar;
import counterfoil.server.store.Store;
import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.Surroundings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A server's folder with the sample business, made once and copied for every history. Passwords
 * cost next to nothing here: their texts name their own cost.
 */
final class Template {
  static final Instant START = Instant.parse("2026-11-24T02:00:00Z");
  static final String PASSWORD = "sim";
  private static final int VOUCHERS = 40;

  private final Path folder;
  private final SampleBusiness.Made sample;

  private Template(Path folder, SampleBusiness.Made sample) {
    this.folder = folder;
    this.sample = sample;
  }

  static Template make(Path folder) throws Exception {
    SeededRandom random = new SeededRandom(7);
    SampleBusiness.Made made;
    try (Store store = Store.embedded(folder, random)) {
      made =
          (SampleBusiness.Made)
              new SampleBusiness(store, around(new VirtualTime(START), random)).make(7, VOUCHERS);
    }
    cheapen(folder);
    return new Template(folder, made);
  }

  static Surroundings around(VirtualTime time, SeededRandom random) {
    return new Surroundings(
        time,
        random,
        () -> id(random),
        writer -> {},
        new WorkCalendar(Set.of(), Set.of(), Set.of()),
        Duration.ofDays(90),
        "sim");
  }

  /** A UUIDv7 of which the order means nothing. */
  static String id(SeededRandom random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x70);
    bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong()).toString();
  }

  SampleBusiness.Made sample() {
    return sample;
  }

  void copyTo(Path target) throws Exception {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
  }

  private static void cheapen(Path folder) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + Store.file(folder));
        PreparedStatement users =
            connection.prepareStatement("UPDATE app_user SET password_hash = ?")) {
      users.setString(1, hash(PASSWORD, 8, 1, new byte[16]));
      users.executeUpdate();
    }
  }

  private static String hash(String password, int kib, int passes, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withMemoryAsKB(kib)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[32];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
    return "argon2id$"
        + kib
        + "$"
        + passes
        + "$"
        + text.encodeToString(salt)
        + "$"
        + text.encodeToString(hash);
  }
}
