package counterfoil.client.work;

import counterfoil.client.cache.CommandDraft;
import counterfoil.client.session.Person;
import counterfoil.domain.money.Money;
import counterfoil.domain.rights.CommandType;
import counterfoil.domain.rights.Rights;
import counterfoil.domain.rights.Subject;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.NoteRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the act that tells the server of a refusal which it has not decided itself (V31): only
 * where the server takes such acts, and only of what looks like a code.
 */
final class RefusalNotes {
  private final Till till;

  RefusalNotes(Till till) {
    this.till = till;
  }

  /**
   * The act; empty where there is nobody to make it, or nothing to name.
   *
   * @param typed the code as typed or scanned; only its hash and its tail go along
   * @param refusal why, as {@link NoteRefusal} says it
   * @param voucher id of the voucher, null where this device does not know it
   */
  Optional<CommandDraft> draft(
      String typed, String refusal, @Nullable String voucher, Instant refusedAt) {
    boolean online = till.answers().online();
    Optional<Person> person =
        till.person()
            .filter(RefusalNotes::serverTakesThem)
            .filter(who -> online || !who.readOnly());
    Optional<String> store = person.flatMap(till::store);
    Optional<VoucherCode> code = VoucherCode.of(typed);
    if (person.isEmpty() || store.isEmpty() || code.isEmpty() || !may(person.get(), store.get())) {
      return Optional.empty();
    }
    List<Bytes> hashes = CodeHashes.of(code.get(), person.get().grant().codeKeys());
    if (voucher == null && hashes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CommandDraft(
            till.setting().ids().get(),
            voucher,
            null,
            refusedAt,
            person.get().actor().user(),
            Money.fen(0),
            new NoteRefusal(
                voucher == null ? hashes.getFirst() : null,
                code.get().tail(),
                store.get(),
                refusedAt,
                refusal,
                online ? Redemption.Mode.ONLINE : Redemption.Mode.PROVISIONAL)));
  }

  private static boolean serverTakesThem(Person person) {
    return person.grant().commands().contains(CommandType.VOUCHER_NOTE_REFUSAL.wire());
  }

  private static boolean may(Person person, String store) {
    return Rights.mayCommand(
        person.actor(),
        CommandType.VOUCHER_NOTE_REFUSAL,
        Subject.store(person.actor().party(), store));
  }
}
