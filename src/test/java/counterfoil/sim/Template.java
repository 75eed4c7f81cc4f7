package counterfoil.sim;

import counterfoil.domain.calendar.WorkCalendar;
import counterfoil.fixture.AtEnd;
import counterfoil.server.store.Store;
import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
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

  private static final String LIST = "codes";
  private static final String VALUE = "value";

  /** Vouchers that everybody's hands are on: what one device takes, another finds taken. */
  private static final List<Integer> WANTED = List.of(6, 0, 1, 2, 10, 7, 11, 12, 13);

  private final Path folder;
  private final List<Code> codes;
  private final List<String> stores;

  private Template(Path folder, List<Code> codes, List<String> stores) {
    this.folder = folder;
    this.codes = codes;
    this.stores = stores;
  }

  /**
   * A voucher that a clerk may scan.
   *
   * @param code in the clear
   * @param voucher its id
   * @param good its good's id
   * @param value whether it holds a value, not uses
   */
  record Code(String code, String voucher, String good, boolean value) {}

  /** The business, made once for all tests. */
  static Template shared() {
    return Shared.TEMPLATE;
  }

  private static final class Shared {
    static final Template TEMPLATE = make();

    private static Template make() {
      try {
        Path folder = Files.createTempDirectory("counterfoil-sim");
        AtEnd.run(() -> delete(folder));
        return Template.make(folder);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private static void delete(Path folder) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
        Files.delete(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Template make(Path folder) throws Exception {
    SeededRandom random = new SeededRandom(7);
    SampleBusiness.Made made;
    try (Store store = Store.embedded(folder, random)) {
      made =
          (SampleBusiness.Made)
              new SampleBusiness(store, around(new VirtualTime(START), random)).make(7, VOUCHERS);
    }
    List<String> lines = new ArrayList<>();
    made.stores().forEach(each -> lines.add(each.id()));
    try (Connection connection = connect(folder)) {
      cheapen(connection);
      for (SampleBusiness.Code each : inOrder(made.codes())) {
        String kind = each.amountLeft() == null ? "uses" : VALUE;
        String good = good(connection, each.voucher());
        lines.add(String.join(" ", each.code(), each.voucher(), good, kind));
      }
    }
    Files.write(folder.resolve(LIST), lines);
    return at(folder);
  }

  private static List<SampleBusiness.Code> inOrder(List<SampleBusiness.Code> codes) {
    List<SampleBusiness.Code> ordered = new ArrayList<>();
    WANTED.forEach(index -> ordered.add(codes.get(index)));
    codes.stream().filter(each -> !ordered.contains(each)).forEach(ordered::add);
    return ordered;
  }

  /** The business that {@link #make} has made in a folder. */
  static Template at(Path folder) throws IOException {
    List<Code> codes = new ArrayList<>();
    List<String> stores = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(LIST))) {
      String[] parts = line.split(" ", -1);
      if (parts.length == 1) {
        stores.add(parts[0]);
      } else {
        codes.add(new Code(parts[0], parts[1], parts[2], parts[3].equals(VALUE)));
      }
    }
    return new Template(folder, codes, stores);
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

  Path folder() {
    return folder;
  }

  /** Those that everybody wants come first. */
  List<Code> codes() {
    return codes;
  }

  /** Ids of the stores. */
  List<String> stores() {
    return stores;
  }

  void copyTo(Path target) throws Exception {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!file.endsWith(LIST)) {
          Files.copy(file, target.resolve(file.getFileName()));
        }
      }
    }
  }

  private static Connection connect(Path folder) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + Store.file(folder));
  }

  private static void cheapen(Connection connection) throws SQLException {
    try (PreparedStatement users =
        connection.prepareStatement("UPDATE app_user SET password_hash = ?")) {
      users.setString(1, hash(PASSWORD, 8, 1, new byte[16]));
      users.executeUpdate();
    }
  }

  private static String good(Connection connection, String voucher) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT good FROM voucher WHERE id = ?")) {
      query.setString(1, voucher);
      try (ResultSet row = query.executeQuery()) {
        return row.getString(1);
      }
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
