package counterfoil.client.work;

import counterfoil.client.cache.ActResult;
import counterfoil.client.cache.Cache;
import counterfoil.client.cache.CachedVoucher;
import counterfoil.client.session.Person;
import counterfoil.client.session.ServerClock;
import counterfoil.client.session.Session;
import counterfoil.domain.calendar.TenantCalendar;
import counterfoil.domain.voucher.RedeemRequest;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.VoucherCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who stands at this counter, in which store, and what it takes to act there. */
record Till(
    Cache cache,
    Session session,
    ServerClock clock,
    Answers answers,
    Counter.Setting setting,
    Cards cards,
    RiskWatch risk) {

  /** How long a person waits for the server's word. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  /** One scan: the code, the voucher where it is known here, who acts and where. */
  record Scan(
      String id,
      VoucherCode code,
      Optional<CachedVoucher> found,
      Person person,
      String store,
      Instant at) {}

  /** Who is signed in. */
  Optional<Person> person() {
    return session.isOpen() ? session.person() : Optional.empty();
  }

  /** The store that a person works in here; empty for who was given none. */
  Optional<String> store(Person person) {
    return setting
        .store()
        .get()
        .filter(person.actor().stores()::contains)
        .or(() -> person.actor().stores().stream().sorted().findFirst());
  }

  Scan scan(VoucherCode code, Person person, String store) {
    return new Scan(
        setting.ids().get(),
        code,
        cache.vouchers().byCode(CodeHashes.of(code, person.grant().codeKeys())),
        person,
        store,
        clock.instant());
  }

  TenantCalendar calendar() {
    return new TenantCalendar(cache.directory().zone(), setting.work());
  }

  RedeemRequest request(Scan scan, Take take, Redemption.Mode mode) {
    return new RedeemRequest(
        scan.id(),
        take,
        scan.store(),
        cache.device().id().orElse(""),
        scan.person().actor().user(),
        scan.at(),
        mode);
  }

  /** As the scan found it. */
  Optional<VoucherCard> card(Scan scan) {
    return scan.found().map(found -> cards.card(found, scan.code()));
  }

  /** As it stands after an act; as it was found, where it left the cache since. */
  VoucherCard after(CachedVoucher found, Scan scan) {
    return cards.card(found.id(), scan.code()).orElseGet(() -> cards.card(found, scan.code()));
  }

  ScanOutcome.NotNow notNow(ScanOutcome.Why why, Optional<VoucherCard> card) {
    return new ScanOutcome.NotNow(why, card.orElse(null), risk.standing());
  }

  static ScanOutcome.Fault fault(FaultKind kind) {
    return new ScanOutcome.Fault(kind, Faults.incident(kind));
  }

  static ScanOutcome.Fault fault(ActResult.NotStored notStored) {
    return fault(Faults.of(notStored.problem()));
  }
}
