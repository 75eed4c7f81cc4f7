package counterfoil.client.cache;

import counterfoil.protocol.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out of a store that cannot be opened: every act that can still be read, sealed as it
 * lies, with the wrapped keys beside it, so that a person's password opens it elsewhere. With the
 * vault open the whole is signed by the device's key; without it the seals and the chain alone
 * prove it.
 *
 * <p>The file is text, one line a part: a title, {@code device}, {@code key}, the vault's header in
 * base64url, {@code command seq id state hash sealed}, and {@code signature} over all bytes before
 * it.
 */
public final class OutboxExport {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxExport.class);
  private static final String TITLE = "counterfoil-outbox 1";

  private final Path folder;

  /** An export of the store in a folder, which may be damaged; nothing in it is changed. */
  public OutboxExport(Path folder) {
    this.folder = folder;
  }

  /**
   * What was saved.
   *
   * @param commands acts in the file
   * @param complete false when a part of the outbox could not be read
   */
  public record Saved(int commands, boolean complete) {}

  /** Who can sign an export. */
  public sealed interface Signer {
    /**
     * The device, whose key the password has opened.
     *
     * @param device the device
     */
    record Found(Device device) implements Signer {}

    /** This person is known here, and this is not the password. */
    record WrongPassword() implements Signer {}

    /** Nobody: the person is not known here, or the keys cannot be read any more. */
    record Nobody() implements Signer {}
  }

  /**
   * Finds the device's key in a store that does not open, with a person's password.
   *
   * @param person as at {@link Vault#unlock}
   * @param password is not kept; the caller wipes it
   */
  public Signer signer(String person, char[] password, SecureRandom random) throws IOException {
    Vault vault = new Vault(folder.resolve(CacheOpening.VAULT), random, VaultCost.STANDARD);
    try {
      return switch (vault.unlock(person, password)) {
        case VaultResult.Open _ -> signer(vault);
        case VaultResult.WrongPassword _ -> new Signer.WrongPassword();
        case VaultResult.UnknownPerson _, VaultResult.Missing _, VaultResult.Damaged _ ->
            new Signer.Nobody();
      };
    } finally {
      vault.lock();
    }
  }

  private Signer signer(Vault vault) {
    try (Connection connection = Database.connect(folder.resolve(CacheOpening.DATABASE), false)) {
      return DeviceStore.read(new Tx(connection), vault)
          .<Signer>map(Signer.Found::new)
          .orElseGet(Signer.Nobody::new);
    } catch (SQLException e) {
      LOG.warn("the device's key cannot be read, SQLite error {}", e.getErrorCode());
      return new Signer.Nobody();
    } catch (StorageFailure e) {
      LOG.warn("the device's key cannot be read: {}", e.problem());
      return new Signer.Nobody();
    }
  }

  /** How many acts wait for an answer of the server; empty when that cannot be read. */
  public OptionalInt waiting() {
    if (!Files.exists(folder.resolve(CacheOpening.DATABASE))) {
      return OptionalInt.of(0);
    }
    try (Connection connection = Database.connect(folder.resolve(CacheOpening.DATABASE), false);
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT count(*) FROM outbox WHERE state IN ('QUEUED', 'SENT')");
        ResultSet rows = query.executeQuery()) {
      return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
    } catch (SQLException e) {
      LOG.warn("the outbox cannot be counted, SQLite error {}", e.getErrorCode());
      return OptionalInt.empty();
    }
  }

  /** Id of the tenant that the store belongs to; empty for a new one and when it is unreadable. */
  public Optional<String> tenant() {
    if (!Files.exists(folder.resolve(CacheOpening.DATABASE))) {
      return Optional.empty();
    }
    try (Connection connection = Database.connect(folder.resolve(CacheOpening.DATABASE), false)) {
      return DeviceStore.tenant(new Tx(connection));
    } catch (SQLException e) {
      LOG.warn("whose store it is cannot be read, SQLite error {}", e.getErrorCode());
      return Optional.empty();
    }
  }

  /**
   * Writes the file.
   *
   * @param target the file, replaced as a whole
   * @param device signs it, where the vault is open
   */
  public Saved write(Path target, Optional<Device> device) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(TITLE);
    lines.add("vault " + vault());
    int before = lines.size();
    boolean complete = true;
    try (Connection connection = Database.connect(folder.resolve(CacheOpening.DATABASE), false)) {
      identity(connection, lines);
      before = lines.size();
      complete = commands(connection, lines);
    } catch (SQLException e) {
      LOG.warn("the store cannot be read, SQLite error {}", e.getErrorCode());
      complete = false;
    }
    int commands = lines.size() - before;
    String body = String.join("\n", lines) + "\n";
    String signature =
        device
            .map(key -> key.sign(body.getBytes(StandardCharsets.UTF_8)).base64Url())
            .orElse("none");
    String text = body + "signature " + signature + "\n";
    DurableFile.replace(target, text.getBytes(StandardCharsets.UTF_8));
    return new Saved(commands, complete);
  }

  private String vault() throws IOException {
    Path header = folder.resolve(CacheOpening.VAULT);
    return Files.exists(header) ? Bytes.of(Files.readAllBytes(header)).base64Url() : "none";
  }

  private static void identity(Connection connection, List<String> lines) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT name, value FROM setting WHERE name IN ('device.id', 'device.key')"
                    + " ORDER BY name");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        String name = rows.getString(1).equals("device.id") ? "device " : "key ";
        lines.add(name + rows.getString(2));
      }
    }
  }

  /** Reads row by row from both ends, so that one bad page costs only what lies on it. */
  private static boolean commands(Connection connection, List<String> lines) {
    List<String> rising = new ArrayList<>();
    if (commands(connection, "ASC", rising)) {
      lines.addAll(rising);
      return true;
    }
    List<String> falling = new ArrayList<>();
    commands(connection, "DESC", falling);
    lines.addAll(rising);
    falling.reversed().stream().filter(line -> !rising.contains(line)).forEach(lines::add);
    return false;
  }

  private static boolean commands(Connection connection, String order, List<String> lines) {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT seq, id, state, hash, sealed FROM outbox ORDER BY seq " + order);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        lines.add(
            String.join(
                " ",
                "command",
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                Bytes.of(rows.getBytes(4)).hex(),
                Bytes.of(rows.getBytes(5)).base64Url()));
      }
      return true;
    } catch (SQLException e) {
      LOG.warn("a part of the outbox cannot be read, SQLite error {}", e.getErrorCode());
      return false;
    }
  }
}
