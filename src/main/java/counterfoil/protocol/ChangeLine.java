package counterfoil.protocol;

import counterfoil.domain.rights.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of the feed: an object as it is now.
 *
 * @param collection the collection's name; one that this version does not know is passed over
 * @param id the object
 * @param version its version
 * @param data its data as JSON, UTF-8; null for an object that is gone or out of scope
 */
public record ChangeLine(String collection, String id, long version, @Nullable Bytes data) {

  /** The collection, or empty for one that this version does not know. */
  public Optional<Collection> known() {
    return Collection.ofWire(collection);
  }

  /** The data; empty for a tombstone or an unknown collection. */
  public Optional<FeedRow> row() throws MalformedJson, InvalidContent {
    Optional<Collection> known = known();
    return data == null || known.isEmpty()
        ? Optional.empty()
        : Optional.of(FeedRow.read(known.get(), data));
  }

  /** A line with the data of a row. */
  public static ChangeLine of(String id, long version, FeedRow row) {
    return new ChangeLine(row.collection().wire(), id, version, row.bytes());
  }
}
