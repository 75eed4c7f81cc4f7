package counterfoil.server.work;

import counterfoil.domain.calendar.WorkCalendar;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What the server takes from the world around it.
 *
 * @param clock the server's time
 * @param random for keys, tokens and codes
 * @param ids a new UUIDv7 at each call
 * @param writers runs one task for each tenant until the server is closed
 * @param calendar public holidays and make-up workdays
 * @param tombstonesKept how long the feed remembers what is gone
 * @param version the program's version
 */
public record Surroundings(
    InstantSource clock,
    SecureRandom random,
    Supplier<String> ids,
    Executor writers,
    WorkCalendar calendar,
    Duration tombstonesKept,
    String version) {}
