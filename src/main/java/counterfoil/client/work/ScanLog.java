package counterfoil.client.work;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was scanned since the program started and left no redemption, newest first. */
final class ScanLog {
  private static final int MOST = 2_000;

  private final Deque<RecentScan> scans = new ArrayDeque<>();

  synchronized void add(RecentScan scan) {
    scans.addFirst(scan);
    while (scans.size() > MOST) {
      scans.removeLast();
    }
  }

  synchronized List<RecentScan> since(Instant start) {
    return scans.stream().filter(scan -> !scan.at().isBefore(start)).toList();
  }

  synchronized List<RecentScan> newest(int most) {
    return scans.stream().limit(most).toList();
  }
}
