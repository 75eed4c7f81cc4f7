package counterfoil.client.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what several looks at one picture found, and keeps what is beyond doubt.
 *
 * <p>Two different texts in one place mean that at least one is wrong. The one with many more
 * readings stays; if there is none, both go: no text is better than a wrong one.
 */
final class Sightings {

  private static final int CLEAR_MAJORITY = 4;

  private final Map<PictureCode, Sighting> seen = new LinkedHashMap<>();

  void add(Sighting sighting) {
    seen.merge(sighting.code(), sighting, Sighting::and);
  }

  void addAll(List<Sighting> sightings) {
    sightings.forEach(this::add);
  }

  /** The codes beyond doubt, from top left to bottom right. */
  List<PictureCode> certain() {
    List<Sighting> certain = new ArrayList<>(seen.values());
    certain.removeIf(one -> seen.values().stream().anyMatch(other -> casts(other, one)));
    certain.sort(Comparator.comparingDouble(Sighting::top).thenComparingDouble(Sighting::left));
    return certain.stream().map(Sighting::code).toList();
  }

  /** Whether one reading casts doubt on another. */
  private static boolean casts(Sighting doubt, Sighting on) {
    return !doubt.code().equals(on.code())
        && doubt.overlaps(on)
        && on.votes() < CLEAR_MAJORITY * doubt.votes();
  }
}
