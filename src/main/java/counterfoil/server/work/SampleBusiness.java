package counterfoil.server.work;

import counterfoil.domain.calendar.TenantCalendar;
import counterfoil.domain.rights.PartyKind;
import counterfoil.domain.rights.Role;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.Chain;
import counterfoil.protocol.Ed25519Key;
import counterfoil.server.store.DeviceTable.Device;
import counterfoil.server.store.PeopleTable.Names;
import counterfoil.server.store.PlacesTable.Party;
import counterfoil.server.store.PlacesTable.Shop;
import counterfoil.server.store.Store;
import counterfoil.server.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A complete sample business: parties, staffed stores, an account for every role, vouchers in every
 * state. The same seed makes the same people, stores, vouchers and codes; days follow the clock.
 */
public final class SampleBusiness {
  /** What people type to sign in to it. */
  public static final String TENANT = "sample";

  private static final int VOUCHERS_A_TRANSACTION = 10_000;

  private final Store store;
  private final Surroundings around;

  /** A maker of sample businesses in a store. */
  public SampleBusiness(Store store, Surroundings around) {
    this.store = store;
    this.around = around;
  }

  /** An account that may sign in. */
  public record Account(String username, String password, Set<Role> roles, Set<String> stores) {
    /** Copies the sets. */
    public Account {
      roles = Set.copyOf(roles);
      stores = Set.copyOf(stores);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
      return "Account[" + username + "]";
    }
  }

  /** A staffed store. */
  public record SampleStore(String id, String name) {}

  /**
   * A voucher with its code.
   *
   * @param code in the clear
   * @param voucher its id
   * @param store a store that takes it, by turns where several do; null for external goods
   * @param state its state as the feed shows it
   * @param uses uses it was issued with; 0 for stored value
   * @param usesLeft uses left
   * @param amountLeft fen left of stored value, or null
   */
  public record Code(
      String code,
      String voucher,
      @Nullable String store,
      String state,
      int uses,
      int usesLeft,
      @Nullable Long amountLeft) {
    /** Leaves the code out. */
    @Override
    public String toString() {
      return "Code[" + voucher + ", " + state + "]";
    }
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /** The business that was made. */
  public record Made(
      String tenant,
      String tenantName,
      List<Account> accounts,
      List<SampleStore> stores,
      List<Code> codes)
      implements Outcome {
    /** Copies the lists. */
    public Made {
      accounts = List.copyOf(accounts);
      stores = List.copyOf(stores);
      codes = List.copyOf(codes);
    }

    /** The vouchers that show a case, in the order in which they were made. */
    public List<Code> codes(SampleCase wanted) {
      return IntStream.range(0, codes.size())
          .filter(index -> SampleCase.at(index, codes.size()) == wanted)
          .mapToObj(codes::get)
          .toList();
    }
  }

  /** The store has a sample business already; nothing changed. */
  public record AlreadyThere() implements Outcome {}

  /**
   * Makes it.
   *
   * @param seed the same seed, the same business
   * @param vouchers how many, 0 or more; 80 show every state in two stores
   */
  public Outcome make(long seed, int vouchers) {
    if (store.read(tx -> tx.tenantNamed(TENANT)) != null) {
      return new AlreadyThere();
    }
    Cast cast = new Cast(seed);
    String tenant = cast.id("tenant");
    List<Account> accounts = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    for (Cast.Member role : cast.people()) {
      accounts.add(
          new Account(role.username(), role.password(), Set.of(role.role()), role.stores()));
      hashes.add(PasswordHash.of(role.password(), around.random()));
    }
    List<Code> codes = fill(seed, cast, vouchers, tx -> begin(tx, tenant, cast, hashes));
    List<SampleStore> stores =
        cast.shops().stream().map(shop -> new SampleStore(shop.id(), shop.name())).toList();
    return new Made(tenant, TENANT, accounts, stores, codes);
  }

  private Group begin(Tx tx, String tenant, Cast cast, List<String> hashes) {
    Tenants tenants = new Tenants(store, around);
    Group group = tenants.begin(tx, tenant, TENANT, "湖畔生活（示例）", TenantCalendar.USUAL_ZONE, true);
    for (Party party : cast.parties()) {
      group.tables().places().put(party);
      group.stamp(Rows.party(party));
    }
    for (Shop shop : cast.shops()) {
      group.tables().places().put(shop);
      group.stamp(Rows.shop(shop));
    }
    for (int i = 0; i < cast.people().size(); i++) {
      Cast.Member role = cast.people().get(i);
      Tenants.put(
          group,
          tenants.person(
              role.id(),
              role.party(),
              new Names(role.username(), role.name(), role.staffNumber()),
              hashes.get(i),
              Set.of(role.role()),
              role.stores()));
    }
    Device device = device(group, cast);
    group.tables().devices().put(device);
    group.stamp(Rows.device(device));
    cast.goods()
        .forEach(
            good -> {
              group.tables().goods().insert(good);
              group.stamp(Rows.good(good));
            });
    return group;
  }

  /** The counter on which the sample's past redemptions were made; nobody has its key. */
  private Device device(Group group, Cast cast) {
    byte[] nobodysKey = new byte[32];
    around.random().nextBytes(nobodysKey);
    Party supplier = cast.party(PartyKind.SUPPLIER);
    return new Device(
        cast.device(),
        "银泰收银 1 号",
        new Ed25519Key(Bytes.of(nobodysKey)),
        supplier.id(),
        Set.of(cast.shops().getFirst().id()),
        0,
        Bytes.of(Chain.start(cast.device())),
        null,
        group.now(),
        group.now(),
        1);
  }

  /**
   * Adds the vouchers, part by part. The first part comes with the business itself, so that a small
   * sample is there whole or not at all. Each part draws from a seed of its own: a transaction that
   * is done again draws the same.
   *
   * @param begin makes the business
   */
  private List<Code> fill(long seed, Cast cast, int vouchers, Function<Tx, Group> begin) {
    String tenant = cast.id("tenant");
    SplittableRandom seeds = new SplittableRandom(seed);
    List<Code> codes = new ArrayList<>(vouchers);
    do {
      int from = codes.size();
      int to = Math.min(vouchers, from + VOUCHERS_A_TRANSACTION);
      long drawn = seeds.nextLong();
      codes.addAll(
          store.write(
              tx -> {
                Group group = from == 0 ? begin.apply(tx) : Group.begin(tx, tenant, around);
                SampleVouchers maker =
                    new SampleVouchers(group, cast, new SplittableRandom(drawn), vouchers);
                List<Code> made = IntStream.range(from, to).mapToObj(maker::make).toList();
                group.audit(Group.Decision.ofServer("tenant.sample", around.ids().get(), tenant));
                group.end();
                return made;
              }));
    } while (codes.size() < vouchers);
    return codes;
  }
}
