package counterfoil.protocol;

import counterfoil.domain.rights.CommandType;
import counterfoil.domain.voucher.Redemption;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code voucher.note_refusal}: a device refused a voucher by itself, and says so once it can
 * (V31). The command's target is the voucher where the device knew it, else null and {@code
 * codeHash}. It changes nothing and raises no version; the code itself never travels.
 *
 * @param codeHash hash of the code under a code key of the tenant, 32 bytes
 * @param codeTail the last characters of the code, at most four
 * @param store at whose counter
 * @param refusedAt when the person was told, UTC
 * @param refusal why: a problem code, or the device's own word such as {@code not-known-here}
 * @param mode whether the server could be counted on then
 */
public record NoteRefusal(
    @Nullable Bytes codeHash,
    @Nullable String codeTail,
    String store,
    Instant refusedAt,
    String refusal,
    Redemption.Mode mode)
    implements Payload {

  private static final int LONGEST_TAIL = 8;
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]{1,63}");

  static NoteRefusal read(Members in) throws InvalidContent {
    String refusal = in.text("refusal", 64);
    if (!WORD.matcher(refusal).matches()) {
      throw in.invalid("refusal", "must be a word in lower case");
    }
    return new NoteRefusal(
        in.has("code_hash") ? in.hash("code_hash") : null,
        in.textOrNull("code_tail", LONGEST_TAIL),
        in.id("store"),
        in.time("refused_at"),
        refusal,
        in.word("mode", Words.of(Redemption.Mode.class)));
  }

  Json json() {
    return Json.object()
        .put("code_hash", codeHash == null ? null : codeHash.hex())
        .put("code_tail", codeTail)
        .put("store", store)
        .put("refused_at", refusedAt)
        .put("refusal", refusal)
        .put("mode", Words.wire(mode));
  }

  @Override
  public CommandType type() {
    return CommandType.VOUCHER_NOTE_REFUSAL;
  }
}
