package counterfoil.viewmodel.voucher;

import counterfoil.client.work.Directory;
import java.util.Optional;

/** Names from what this device keeps. Reads the disk: off the interface thread only. */
public final class NamesAtWork implements Names {
  private final Directory directory;

  /** The names in {@code directory}. */
  public NamesAtWork(Directory directory) {
    this.directory = directory;
  }

  @Override
  public String store(String id) {
    return directory.store(id);
  }

  @Override
  public String device(String id) {
    return directory.device(id);
  }

  @Override
  public String person(String id) {
    return directory.person(id);
  }

  @Override
  public Optional<String> staffNumber(String id) {
    return directory.staffNumber(id);
  }

  @Override
  public String good(String id) {
    return directory.good(id);
  }
}
