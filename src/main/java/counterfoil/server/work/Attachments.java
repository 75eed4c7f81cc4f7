package counterfoil.server.work;

import counterfoil.domain.rights.PartyKind;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.server.store.CaseTable.Attachment;
import counterfoil.server.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;

/** Evidence, addressed by the hash of its content, which is checked. */
public final class Attachments {
  /** The most bytes of one. */
  public static final int MOST_BYTES = 20 * 1024 * 1024;

  private final Store store;
  private final InstantSource clock;

  Attachments(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Evidence as it was handed in.
   *
   * @param mediaType what it is
   * @param content its bytes
   */
  public record Stored(String mediaType, Bytes content) {}

  /**
   * Keeps evidence; the same again changes nothing.
   *
   * @return done; or {@code invalid-request} for a wrong hash, {@code too-large}, {@code
   *     unsupported-media-type} for content that is not what it says
   */
  public Answer<Boolean> put(Caller caller, String sha256, String mediaType, Bytes content) {
    if (content.size() > MOST_BYTES) {
      return new Answer.Refused<>(Problem.of(ProblemCode.TOO_LARGE));
    }
    byte[] bytes = content.toArray();
    String hash = Digests.sha256(bytes).hex();
    if (!hash.equals(sha256)) {
      return new Answer.Refused<>(
          Problem.of(ProblemCode.INVALID_REQUEST)
              .detail("the " + bytes.length + " bytes that came have the hash " + hash));
    }
    if (!isWhatItSays(mediaType, bytes)) {
      return new Answer.Refused<>(Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE));
    }
    store.write(
        tx -> {
          tx.of(caller.tenant())
              .cases()
              .put(
                  new Attachment(sha256, mediaType, content),
                  caller.actor().party(),
                  clock.instant());
          return true;
        });
    return new Answer.Done<>(true);
  }

  /**
   * The evidence with a hash, for people of the party that handed it in and of the operator; or
   * {@code not-found}, which does not tell others whether it is there.
   */
  public Answer<Stored> get(Caller caller, String sha256) {
    boolean all = caller.actor().partyKind() == PartyKind.OPERATOR;
    String party = all ? null : caller.actor().party();
    Attachment found = store.read(tx -> tx.of(caller.tenant()).cases().attachment(sha256, party));
    return found == null
        ? new Answer.Refused<>(Problem.of(ProblemCode.NOT_FOUND))
        : new Answer.Done<>(new Stored(found.mediaType(), found.content()));
  }

  private static boolean isWhatItSays(String mediaType, byte[] bytes) {
    return switch (mediaType) {
      case "image/png" -> begins(bytes, "\u0089PNG\r\n\u001a\n");
      case "image/jpeg" -> begins(bytes, "\u00ff\u00d8\u00ff");
      case "application/pdf" -> begins(bytes, "%PDF-");
      default -> false;
    };
  }

  private static boolean begins(byte[] bytes, String mark) {
    byte[] start = mark.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }
}
