package counterfoil.server.work;

import counterfoil.domain.calendar.TenantCalendar;
import counterfoil.domain.rights.Collection;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.RiskBudget;
import counterfoil.domain.voucher.Standing;
import counterfoil.domain.voucher.Validity;
import counterfoil.protocol.AuditRow;
import counterfoil.protocol.Buyer;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.DeviceRow;
import counterfoil.protocol.FeedRow;
import counterfoil.protocol.GoodRow;
import counterfoil.protocol.PartyRow;
import counterfoil.protocol.RedemptionRow;
import counterfoil.protocol.RiskRow;
import counterfoil.protocol.StoreRow;
import counterfoil.protocol.TenantRow;
import counterfoil.protocol.UserRow;
import counterfoil.protocol.VoucherRow;
import counterfoil.server.store.DeviceTable.Device;
import counterfoil.server.store.FeedTable;
import counterfoil.server.store.GoodTable.Good;
import counterfoil.server.store.PeopleTable.Person;
import counterfoil.server.store.PlacesTable.Party;
import counterfoil.server.store.PlacesTable.Shop;
import counterfoil.server.store.TenantTable;
import counterfoil.server.store.VoucherTable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of the store as rows of the feed, each with whose it is and how long counters see it. */
final class Rows {
  static final Duration COUNTERS_SEE = Duration.ofDays(30);
  static final String REVOKED = "revoked";
  static final String FORK = "fork";
  private static final String SEPARATOR = "\u001f";

  private Rows() {}

  static FeedTable.Entry tenant(String id, TenantTable.TenantRow tenant) {
    return row(
        id,
        tenant.version(),
        new TenantRow(tenant.title(), tenant.zone(), tenant.sample(), tenant.offlineDays()),
        null,
        Set.of());
  }

  static FeedTable.Entry party(Party party) {
    return row(
        party.id(),
        party.version(),
        new PartyRow(party.kind(), party.name()),
        party.id(),
        Set.of());
  }

  static FeedTable.Entry shop(Shop shop) {
    return row(
        shop.id(),
        shop.version(),
        new StoreRow(shop.party(), shop.name(), shop.address(), shop.open()),
        shop.party(),
        Set.of(shop.id()));
  }

  static FeedTable.Entry user(Person person) {
    UserRow.Account account =
        new UserRow.Account(
            person.names().username(),
            person.party(),
            person.roles(),
            person.stores(),
            person.active());
    String name = person.names().name();
    String number = person.names().staffNumber();
    return new FeedTable.Entry(
        Collection.USERS,
        person.id(),
        0,
        person.version(),
        text(new UserRow(name, number, null)),
        text(new UserRow(name, number, account)),
        true,
        person.party(),
        person.stores(),
        null,
        null);
  }

  static FeedTable.Entry device(Device device) {
    DeviceRow.State state =
        switch (device.blocked()) {
          case null -> DeviceRow.State.ACTIVE;
          case REVOKED -> DeviceRow.State.REVOKED;
          default -> DeviceRow.State.BLOCKED;
        };
    return row(
        device.id(),
        device.version(),
        new DeviceRow(
            device.name(),
            device.stores().size() == 1 ? device.stores().iterator().next() : null,
            device.enrolledAt(),
            device.lastSeen(),
            state),
        device.party(),
        device.stores());
  }

  static FeedTable.Entry risk(Device device, RiskBudget budget, long version) {
    return row(device.id(), version, new RiskRow(budget), device.party(), device.stores());
  }

  static FeedTable.Entry risk(String tenant, RiskBudget budget, long version) {
    return row(tenant, version, new RiskRow(budget), null, Set.of());
  }

  static FeedTable.Entry good(Good good) {
    return new FeedTable.Entry(
        Collection.GOODS,
        good.id(),
        0,
        good.version(),
        text(goodRow(good, false)),
        text(goodRow(good, true)),
        false,
        good.supplier(),
        Set.of(),
        null,
        null);
  }

  private static GoodRow goodRow(Good good, boolean withSupply) {
    return new GoodRow(
        good.name(),
        good.supplier(),
        good.kind(),
        withSupply ? good.supply() : null,
        good.suggestedFrom(),
        good.suggestedTo(),
        good.retail(),
        good.refund());
  }

  static FeedTable.Entry voucher(
      VoucherTable.VoucherRow row, TenantCalendar calendar, Instant now) {
    VoucherRow.Marks marks =
        new VoucherRow.Marks(
            row.order(),
            row.price(),
            Bytes.ofHex(row.codeHash()).orElseThrow(),
            row.codeTail(),
            row.keyId());
    Buyer buyer = buyer(row.buyer());
    VoucherRow full = VoucherRow.of(row.terms(), marks, buyer, calendar.day(now));
    return new FeedTable.Entry(
        Collection.VOUCHERS,
        row.terms().id(),
        0,
        row.version(),
        text(buyer == null ? full : full.withoutBuyer()),
        buyer == null ? null : text(full),
        false,
        row.party(),
        row.terms().stores(),
        seenUntil(row, calendar),
        null);
  }

  private static @Nullable Instant seenUntil(VoucherTable.VoucherRow row, TenantCalendar calendar) {
    Redemption last = row.terms().last();
    if (row.terms().worth().spent() && last != null) {
      return last.redeemedAt().plus(COUNTERS_SEE);
    }
    if (row.terms().standing() == Standing.REFUNDED && row.refundedAt() != null) {
      return row.refundedAt().plus(COUNTERS_SEE);
    }
    Validity validity = row.terms().validity();
    return validity.to() == null
        ? null
        : validity.to().plusDays(1).atStartOfDay(calendar.zone()).toInstant().plus(COUNTERS_SEE);
  }

  static FeedTable.Entry redemption(Redemption redemption, String party, long version) {
    return new FeedTable.Entry(
        Collection.REDEMPTIONS,
        redemption.id(),
        0,
        version,
        text(RedemptionRow.of(redemption)),
        null,
        false,
        party,
        Set.of(redemption.store()),
        redemption.redeemedAt().plus(COUNTERS_SEE),
        null);
  }

  static FeedTable.Entry audit(String tenant, long count, String hash) {
    return row(tenant, count, new AuditRow(count, Bytes.ofHex(hash).orElseThrow()), null, Set.of());
  }

  static FeedTable.Entry row(
      String id, long version, FeedRow data, @Nullable String party, Set<String> stores) {
    return new FeedTable.Entry(
        data.collection(), id, 0, version, text(data), null, false, party, stores, null, null);
  }

  static @Nullable String buyer(@Nullable Buyer buyer) {
    return buyer == null
        ? null
        : (buyer.name() == null ? "" : buyer.name())
            + SEPARATOR
            + (buyer.phone() == null ? "" : buyer.phone());
  }

  private static @Nullable Buyer buyer(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String[] parts = text.split(SEPARATOR, -1);
    return new Buyer(parts[0].isEmpty() ? null : parts[0], parts[1].isEmpty() ? null : parts[1]);
  }

  private static String text(FeedRow row) {
    return new String(row.bytes().toArray(), StandardCharsets.UTF_8);
  }
}
