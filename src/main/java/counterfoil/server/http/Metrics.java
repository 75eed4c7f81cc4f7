package counterfoil.server.http;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** Counts requests by route and status, and writes the Prometheus text format. */
final class Metrics {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Map<Series, Sum> requests = new ConcurrentSkipListMap<>();

  private record Series(String method, String route, int status) implements Comparable<Series> {
    @Override
    public int compareTo(Series other) {
      return (route + method + status).compareTo(other.route + other.method + other.status);
    }

    String labels() {
      return "{method=\"" + method + "\",route=\"" + route + "\",status=\"" + status + "\"}";
    }
  }

  private static final class Sum {
    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();
  }

  void count(String method, String route, int status, long nanos) {
    Sum sum = requests.computeIfAbsent(new Series(method, route, status), _ -> new Sum());
    sum.count.increment();
    sum.nanos.add(nanos);
  }

  String text(IntSupplier streams) {
    StringBuilder out = new StringBuilder(4096);
    head(out, "counterfoil_http_requests_total", "counter", "Requests answered.");
    requests.forEach(
        (series, sum) ->
            line(out, "counterfoil_http_requests_total" + series.labels(), sum.count.sum()));
    head(out, "counterfoil_http_request_seconds_total", "counter", "Time spent on them.");
    requests.forEach(
        (series, sum) ->
            out.append("counterfoil_http_request_seconds_total")
                .append(series.labels())
                .append(String.format(Locale.ROOT, " %.6f\n", sum.nanos.sum() / 1e9)));
    head(out, "counterfoil_live_streams", "gauge", "Clients that listen for pokes.");
    line(out, "counterfoil_live_streams", streams.getAsInt());
    Runtime runtime = Runtime.getRuntime();
    head(out, "jvm_memory_used_bytes", "gauge", "Heap in use.");
    line(out, "jvm_memory_used_bytes", runtime.totalMemory() - runtime.freeMemory());
    head(out, "jvm_memory_max_bytes", "gauge", "Heap at most.");
    line(out, "jvm_memory_max_bytes", runtime.maxMemory());
    return out.toString();
  }

  private static void head(StringBuilder out, String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder out, String series, long value) {
    out.append(series).append(' ').append(value).append('\n');
  }
}
