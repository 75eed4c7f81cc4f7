package counterfoil.server.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Which method of which path does what. */
final class RouteTable {
  private final Map<String, Map<String, Route>> routes = new LinkedHashMap<>();

  /** Answers a request. */
  interface Route {
    Reply handle(Call call) throws IOException, Refused;
  }

  RouteTable add(String method, String path, Route route) {
    routes.computeIfAbsent(path, _ -> new TreeMap<>()).put(method, route);
    return this;
  }

  Map<String, Map<String, Route>> routes() {
    return routes;
  }
}
