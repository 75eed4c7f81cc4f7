package counterfoil.client.cache;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one store. A random data key is wrapped once for each person who signed in on this
 * machine, under a key that Argon2id makes of the password; every other key is derived from it and
 * lives in memory only while the vault is open. Locking wipes them.
 */
public final class Vault {
  private static final HexFormat HEX = HexFormat.of();

  private final Path file;
  private final SecureRandom random;
  private final VaultCost cost;
  private @Nullable Keys keys;

  Vault(Path file, SecureRandom random, VaultCost cost) {
    this.file = file;
    this.random = random;
    this.cost = cost;
  }

  /** Whether any person's key was ever made here. */
  public boolean exists() {
    return Files.exists(file);
  }

  /** Whether the keys are in memory. */
  public synchronized boolean isOpen() {
    return keys != null;
  }

  /** The store's id in the header; empty when there is no readable header. */
  Optional<String> id() throws IOException {
    try {
      return Optional.of(header().id());
    } catch (NoSuchFileException | VaultHeader.Broken _) {
      return Optional.empty();
    }
  }

  /**
   * Makes a new data key for the first person of a store.
   *
   * @param person tenant and user name, never kept in the clear
   * @param password is not kept; the caller wipes it
   * @throws IllegalStateException when a vault exists
   */
  public synchronized void create(String person, char[] password) throws IOException {
    if (exists()) {
      throw new IllegalStateException("a vault exists");
    }
    VaultHeader header =
        new VaultHeader(HEX.formatHex(bytes(16)), HEX.formatHex(bytes(16)), Map.of());
    Keys made = new Keys(bytes(Keys.SIZE));
    save(wrapped(header, person, password, made));
    keys = made;
  }

  /**
   * Opens the vault with a person's password (NFKC is the caller's affair).
   *
   * @param person as at {@link #create}
   * @param password is not kept; the caller wipes it
   */
  public synchronized VaultResult unlock(String person, char[] password) throws IOException {
    VaultHeader header;
    try {
      header = header();
    } catch (NoSuchFileException _) {
      return new VaultResult.Missing();
    } catch (VaultHeader.Broken broken) {
      return new VaultResult.Damaged(broken.line());
    }
    String token = header.token(person);
    VaultHeader.Wrap wrap = header.wraps().get(token);
    if (wrap == null) {
      return new VaultResult.UnknownPerson();
    }
    byte[] dataKey =
        Seal.open(
            stretched(password, HEX.parseHex(wrap.salt()), wrap.cost()),
            header.associated(token),
            HEX.parseHex(wrap.sealed()));
    if (dataKey == null) {
      return new VaultResult.WrongPassword();
    }
    keys = new Keys(dataKey);
    return new VaultResult.Open();
  }

  /**
   * Gives a person a copy of the data key, or replaces the copy after a new password.
   *
   * @throws VaultLocked when nobody has opened the vault
   */
  public synchronized void enrol(String person, char[] password) throws IOException {
    try {
      save(wrapped(header(), person, password, keys()));
    } catch (VaultHeader.Broken broken) {
      throw new IOException("vault header, " + broken.getMessage(), broken);
    }
  }

  /**
   * A name for a person that tells nobody who it is: a salted hash.
   *
   * @throws IOException when there is no readable header
   */
  public synchronized String tokenOf(String person) throws IOException {
    try {
      return header().token(person);
    } catch (VaultHeader.Broken broken) {
      throw new IOException("vault header, " + broken.getMessage(), broken);
    }
  }

  /** Whether this person has a copy of the data key here. */
  public synchronized boolean knows(String person) throws IOException {
    try {
      VaultHeader header = header();
      return header.wraps().containsKey(header.token(person));
    } catch (NoSuchFileException | VaultHeader.Broken _) {
      return false;
    }
  }

  /** Wipes the keys. Idempotent. */
  public synchronized void lock() {
    if (keys != null) {
      keys.wipe();
      keys = null;
    }
  }

  /** The keys, copied by nobody. */
  synchronized Keys keys() {
    if (keys == null) {
      throw new VaultLocked();
    }
    return keys;
  }

  byte[] sealRow(String table, String id, long version, byte[] plain) {
    return Seal.close(keys().rows(), Seal.row(table, id, version), plain, random);
  }

  /** The bytes of a sealed row; damage is a {@link StorageFailure}, never an empty answer. */
  byte[] openRow(String table, String id, long version, byte[] sealed) {
    return opened(Seal.open(keys().rows(), Seal.row(table, id, version), sealed), table);
  }

  byte[] sealCommand(String id, long seq, byte[] plain) {
    return Seal.close(keys().outbox(), Seal.row("outbox", id, seq), plain, random);
  }

  byte[] openCommand(String id, long seq, byte[] sealed) {
    return opened(Seal.open(keys().outbox(), Seal.row("outbox", id, seq), sealed), "outbox");
  }

  byte[] bytes(int size) {
    byte[] made = new byte[size];
    random.nextBytes(made);
    return made;
  }

  private static byte[] opened(byte @Nullable [] plain, String table) {
    if (plain == null) {
      throw new StorageFailure(StorageProblem.DAMAGED, table);
    }
    return plain;
  }

  private VaultHeader wrapped(VaultHeader header, String person, char[] password, Keys of) {
    String token = header.token(person);
    byte[] salt = bytes(16);
    byte[] sealed =
        Seal.close(stretched(password, salt, cost), header.associated(token), of.root(), random);
    return header.with(
        token, new VaultHeader.Wrap(cost, HEX.formatHex(salt), HEX.formatHex(sealed)));
  }

  private static byte[] stretched(char[] password, byte[] salt, VaultCost cost) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.kibibytes())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    byte[] key = new byte[Keys.SIZE];
    generator.generateBytes(password, key);
    return key;
  }

  private VaultHeader header() throws IOException, VaultHeader.Broken {
    try {
      return VaultHeader.read(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (MalformedInputException _) {
      throw new VaultHeader.Broken(1);
    }
  }

  private void save(VaultHeader header) throws IOException {
    DurableFile.replace(file, header.text().getBytes(StandardCharsets.US_ASCII));
  }
}
