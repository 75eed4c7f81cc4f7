package counterfoil.app;

import counterfoil.domain.calendar.WorkCalendar;
import counterfoil.domain.calendar.WorkCalendarText;
import counterfoil.protocol.ClientVersion;
import counterfoil.server.work.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is real: the clock, randomness, ids and the published calendar. Made once in {@code main}
 * and handed down; nothing else in the program asks for the time or a random number by itself.
 */
final class World {
  /** How long the feed remembers what is gone, unless {@code serve} is told otherwise. */
  static final Duration TOMBSTONES_KEPT = Duration.ofDays(90);

  private static final String CALENDAR = "workdays-cn.csv";

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Supplier<String> ids;

  /** This computer's. */
  World() {
    this(InstantSource.system());
  }

  /** With another clock. */
  World(InstantSource clock) {
    this.clock = clock;
    this.ids = new Ids(clock, random);
  }

  InstantSource clock() {
    return clock;
  }

  SecureRandom random() {
    return random;
  }

  Supplier<String> ids() {
    return ids;
  }

  /** What this computer is called in its network, as a first name for the device. May wait. */
  String computerName() {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      int end = name.indexOf('.');
      return end > 0 ? name.substring(0, end) : name;
    } catch (UnknownHostException _) {
      return "Counterfoil";
    }
  }

  /** The version in the jar's manifest, or {@code development} when run from classes. */
  static String version() {
    String version = World.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** What the program says of itself to a server; null when it was not built by Maven. */
  static @Nullable ClientVersion client() {
    Properties build = new Properties();
    try (InputStream shipped = World.class.getResourceAsStream("/counterfoil/build.properties")) {
      if (shipped == null) {
        throw new IOException("not shipped: build.properties");
      }
      build.load(shipped);
      return new ClientVersion(
          build.getProperty("version", ""),
          LocalDate.ofInstant(Instant.parse(build.getProperty("built", "")), ZoneOffset.UTC));
    } catch (DateTimeParseException _) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What the server needs of it.
   *
   * @param folder may hold a newer calendar than the program; null when there is no folder
   */
  Surroundings surroundings(@Nullable Path folder, Duration tombstonesKept) {
    return new Surroundings(
        clock,
        random,
        ids,
        task -> Thread.ofPlatform().name("tenant-writer").daemon(true).start(task),
        calendar(folder),
        tombstonesKept,
        version());
  }

  /**
   * The work calendar: a file {@code workdays-cn.csv} in the data folder goes before the one
   * shipped.
   */
  static WorkCalendar calendar(@Nullable Path folder) {
    try {
      if (folder != null && Files.exists(folder.resolve(CALENDAR))) {
        return read(Files.readAllLines(folder.resolve(CALENDAR)));
      }
      try (InputStream shipped =
          World.class.getResourceAsStream("/counterfoil/policies/" + CALENDAR)) {
        if (shipped == null) {
          throw new IOException("not shipped: " + CALENDAR);
        }
        return read(
            new BufferedReader(new InputStreamReader(shipped, StandardCharsets.UTF_8))
                .lines()
                .toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WorkCalendar read(List<String> lines) throws IOException {
    return switch (WorkCalendarText.read(lines)) {
      case WorkCalendarText.Whole(WorkCalendar calendar) -> calendar;
      case WorkCalendarText.Unreadable(int line, var fault) ->
          throw new IOException(CALENDAR + " line " + line + ": " + fault);
    };
  }
}
