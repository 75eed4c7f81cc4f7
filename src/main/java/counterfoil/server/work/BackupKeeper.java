package counterfoil.server.work;

import counterfoil.server.store.Store;
import counterfoil.server.store.StoreException;
import counterfoil.server.store.StoreTooNew;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backs an embedded store up once a day and at the exit, each backup in a folder of its own that is
 * named after its time, UTC. A copy that does not open, or whose audit chain does not fit, is no
 * backup and does not stay. Fourteen are kept, of as many days as there are. Whoever runs the
 * server calls {@link #tick} now and then, never from two threads.
 */
public final class BackupKeeper {
  /** How many backups stay. */
  public static final int KEPT = 14;

  /** Without a newer backup than this somebody should look. */
  static final Duration OLD = Duration.ofDays(2);

  private static final Logger LOG = LoggerFactory.getLogger(BackupKeeper.class);
  private static final Duration DAILY = Duration.ofDays(1);
  private static final String UNFINISHED = "unfinished";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'", Locale.ROOT);

  private final Store store;
  private final Path folder;
  private final Path backups;
  private final InstantSource clock;
  private final Backups maker;

  /**
   * A keeper of backups.
   *
   * @param store the embedded store
   * @param folder its data folder
   * @param backups where the backups go; made when missing
   */
  public BackupKeeper(
      Store store, Path folder, Path backups, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.folder = folder;
    this.backups = backups;
    this.clock = clock;
    this.maker = new Backups(random);
  }

  /**
   * Makes the day's backup when the newest is a day old, or there is none.
   *
   * @return whether there is a backup young enough now
   */
  public boolean tick() {
    Optional<Instant> newest = newest();
    boolean due = newest.isEmpty() || !clock.instant().isBefore(newest.get().plus(DAILY));
    if (!due) {
      return true;
    }
    boolean made = make();
    if (!made && newest.map(at -> at.plus(OLD).isBefore(clock.instant())).orElse(true)) {
      LOG.warn("the newest backup is {}", newest.map(at -> "of " + at).orElse("none at all"));
    }
    return made;
  }

  /**
   * Makes the backup of the exit; the store is still open.
   *
   * @return whether it was made
   */
  public boolean atExit() {
    return make();
  }

  /** When the newest backup was made; empty when there is none. */
  public Optional<Instant> newest() {
    return all().stream().max(Comparator.naturalOrder()).map(Backup::at);
  }

  /** One backup. */
  private record Backup(Instant at, Path folder) implements Comparable<Backup> {
    LocalDate day() {
      return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    @Override
    public int compareTo(Backup other) {
      return at.compareTo(other.at);
    }
  }

  private boolean make() {
    Path unfinished = backups.resolve(UNFINISHED);
    Instant now = clock.instant();
    try {
      remove(unfinished);
      List<AuditCheck.Finding> findings = maker.backup(store, folder, unfinished);
      for (AuditCheck.Finding finding : findings) {
        if (finding instanceof AuditCheck.Broken(String tenant, long entry, String reason)) {
          LOG.error("not backed up: of tenant {} audit entry {} {}", tenant, entry, reason);
          remove(unfinished);
          return false;
        }
      }
      Files.move(unfinished, backups.resolve(name(now)));
      LOG.info("backed up");
      thin();
      return true;
    } catch (IOException | StoreException | StoreTooNew e) {
      LOG.error("not backed up", e);
      return false;
    }
  }

  private static String name(Instant at) {
    return NAME.format(at.atOffset(ZoneOffset.UTC));
  }

  /**
   * Removes what is too much: first earlier ones of a day that has a later one, so that many exits
   * on one day do not push out the days before; the oldest then.
   */
  private void thin() throws IOException {
    List<Backup> left = new ArrayList<>(all());
    left.sort(Comparator.naturalOrder());
    while (left.size() > KEPT) {
      Backup gone = superseded(left).orElse(left.getFirst());
      left.remove(gone);
      remove(gone.folder());
    }
  }

  private static Optional<Backup> superseded(List<Backup> ascending) {
    Set<LocalDate> later = new HashSet<>();
    Backup oldest = null;
    for (Backup each : ascending.reversed()) {
      if (!later.add(each.day())) {
        oldest = each;
      }
    }
    return Optional.ofNullable(oldest);
  }

  private List<Backup> all() {
    try (Stream<Path> folders = Files.list(backups)) {
      return folders.flatMap(each -> backup(each).stream()).toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      LOG.error("the backups cannot be listed", e);
      return List.of();
    }
  }

  private static Optional<Backup> backup(Path folder) {
    try {
      LocalDateTime at = LocalDateTime.parse(folder.getFileName().toString(), NAME);
      return Optional.of(new Backup(at.toInstant(ZoneOffset.UTC), folder));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : files) {
      Files.deleteIfExists(each);
    }
  }
}
