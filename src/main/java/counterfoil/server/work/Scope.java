package counterfoil.server.work;

import counterfoil.domain.rights.Actor;
import counterfoil.domain.rights.Collection;
import counterfoil.domain.rights.Reach;
import counterfoil.domain.rights.Rights;
import counterfoil.domain.rights.Subject;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.ChangeLine;
import counterfoil.server.store.FeedTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of the feed.
 *
 * @param actor the person
 */
record Scope(Actor actor) {
  private static final Set<Collection> MOVES = Set.of(Collection.DEVICES, Collection.RISK);

  /** A hash of all that decides what the person sees. */
  Bytes hash() {
    return Digests.sha256(
        String.join(
            "\n",
            actor.party(),
            actor.partyKind().name(),
            new TreeSet<>(actor.roles()).toString(),
            new TreeSet<>(actor.stores()).toString()));
  }

  /**
   * The line for this person, or null for one that is not for them. What another person's sign-in
   * took out of their sight goes as a tombstone.
   */
  @Nullable ChangeLine line(FeedTable.Entry entry, Instant now) {
    Collection collection = entry.collection();
    if (!Rights.maySee(actor, collection, new Subject(entry.party(), entry.stores()))) {
      return mayHaveLeft(entry) ? tombstone(entry) : null;
    }
    // What leaves by age the client sweeps; it never needs to come.
    if (entry.seenUntil() != null
        && entry.seenUntil().isBefore(now)
        && Rights.maySee(actor, collection) == Reach.OWN_STORES) {
      return null;
    }
    boolean whole = entry.full() != null && Rights.fieldsHidden(actor, collection).isEmpty();
    String data = whole ? entry.full() : entry.data();
    return new ChangeLine(
        collection.wire(),
        entry.id(),
        entry.version(),
        data == null ? null : Bytes.of(data.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * A device goes with the stores and the party of whoever signed in at it last, so that its row
   * may have been in this person's sight before.
   */
  private boolean mayHaveLeft(FeedTable.Entry entry) {
    return MOVES.contains(entry.collection())
        && entry.party() != null
        && Rights.maySee(actor, entry.collection()) != Reach.NONE;
  }

  private static ChangeLine tombstone(FeedTable.Entry entry) {
    return new ChangeLine(entry.collection().wire(), entry.id(), entry.version(), null);
  }
}
