package counterfoil.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * The log: one file a day in the data folder, 14 kept, 50 MB at most; nothing on standard output.
 */
final class Logs {
  private static final int DAYS_KEPT = 14;
  private static final long BYTES_KEPT = 50L * 1024 * 1024;
  private static final long BYTES_A_FILE = 10L * 1024 * 1024;

  private static final List<String> TALKATIVE =
      List.of("org.eclipse.jetty", "okhttp3", "com.zaxxer.hikari", "org.sqlite", "org.postgresql");

  private Logs() {}

  /**
   * Sends everything from INFO up to {@code folder/logs/NAME-DAY.log}, in place of what was set
   * before.
   */
  static void to(Path folder, String name) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> daily = new SizeAndTimeBasedRollingPolicy<>();
    daily.setContext(context);
    daily.setParent(file);
    daily.setFileNamePattern(
        folder.resolve("logs").resolve(name + "-%d{yyyy-MM-dd}.%i.log").toString());
    daily.setMaxHistory(DAYS_KEPT);
    daily.setTotalSizeCap(new FileSize(BYTES_KEPT));
    daily.setMaxFileSize(new FileSize(BYTES_A_FILE));
    daily.start();
    PatternLayoutEncoder lines = new PatternLayoutEncoder();
    lines.setContext(context);
    lines.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level %logger{24} [%thread] %msg%n");
    lines.start();
    file.setEncoder(lines);
    file.setRollingPolicy(daily);
    file.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    // Whatever is asked of the rest: below this they write header fields, statements and bodies.
    TALKATIVE.forEach(library -> context.getLogger(library).setLevel(Level.INFO));
    root.addAppender(file);
  }
}
