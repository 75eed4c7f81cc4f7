package counterfoil.client.work;

import counterfoil.client.cache.Cache;
import counterfoil.client.cache.Device;
import counterfoil.client.cache.OutboxExport;
import counterfoil.client.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out of a local store: its acts, sealed as they lie, in one file that a person can carry
 * away. Works on an open store as on one that cannot be opened, and changes nothing in it. Calls
 * block.
 */
public final class WayOut {
  private static final Logger LOG = LoggerFactory.getLogger(WayOut.class);

  private final OutboxExport export;
  private final Signing signing;

  @FunctionalInterface
  private interface Signing {
    OutboxExport.Signer by(String username, char[] password) throws IOException;
  }

  private WayOut(Path store, Signing signing) {
    this.export = new OutboxExport(store);
    this.signing = signing;
  }

  /**
   * Out of the store in a folder, which need not open; signed when a person's password opens it.
   */
  public static WayOut ofFolder(Path store, SecureRandom random) {
    OutboxExport keys = new OutboxExport(store);
    return new WayOut(
        store,
        (username, password) ->
            username.isBlank()
                ? new OutboxExport.Signer.Nobody()
                : keys.signer(Session.vaultName(username), password, random));
  }

  /** Out of an open store, signed while its vault is open. */
  public static WayOut ofOpen(Cache cache) {
    return new WayOut(
        cache.folder(),
        (_, _) -> {
          Optional<Device> device =
              cache.vault().isOpen() ? cache.device().get() : Optional.empty();
          return device
              .<OutboxExport.Signer>map(OutboxExport.Signer.Found::new)
              .orElseGet(OutboxExport.Signer.Nobody::new);
        });
  }

  /** What came of an export. */
  public sealed interface Result {
    /**
     * The file is there, and durable.
     *
     * @param acts how many acts are in it
     * @param complete false when a part of the store could not be read any more
     * @param signed whether the device has signed it
     */
    record Saved(int acts, boolean complete, boolean signed) implements Result {}

    /** Nothing was written: this person is known here, and this is not the password. */
    record WrongPassword() implements Result {}

    /** Nothing was written: the target cannot be, or its disk is full. */
    record NotWritten() implements Result {}
  }

  /** How many acts the server has not answered; empty when that cannot be read any more. */
  public OptionalInt waiting() {
    return export.waiting();
  }

  /** Id of the tenant whose store it is; empty for a new store and for an unreadable one. */
  public Optional<String> tenant() {
    return export.tenant();
  }

  /**
   * Writes the file, replacing an older one as a whole.
   *
   * @param username whose password opens the device's key; empty for a file without signature
   * @param password the caller clears it afterwards
   */
  public Result save(Path target, String username, char[] password) {
    try {
      return switch (signing.by(username, password)) {
        case OutboxExport.Signer.WrongPassword() -> new Result.WrongPassword();
        case OutboxExport.Signer.Found(Device device) -> saved(target, Optional.of(device));
        case OutboxExport.Signer.Nobody() -> saved(target, Optional.empty());
      };
    } catch (IOException e) {
      LOG.warn("the acts could not be exported", e);
      return new Result.NotWritten();
    }
  }

  private Result saved(Path target, Optional<Device> device) throws IOException {
    OutboxExport.Saved saved = export.write(target, device);
    return new Result.Saved(saved.commands(), saved.complete(), device.isPresent());
  }
}
