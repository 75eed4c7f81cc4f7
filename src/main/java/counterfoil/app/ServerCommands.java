package counterfoil.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import counterfoil.domain.calendar.TenantCalendar;
import counterfoil.domain.rights.Role;
import counterfoil.protocol.Bytes;
import counterfoil.server.store.Store;
import counterfoil.server.store.StoreException;
import counterfoil.server.store.StoreTooNew;
import counterfoil.server.work.AuditCheck;
import counterfoil.server.work.Backups;
import counterfoil.server.work.OutsideKeys;
import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.Surroundings;
import counterfoil.server.work.Tenants;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commands that prepare and look after a server's store: {@code init}, {@code sample}, {@code
 * verify-audit}, {@code new-epoch}, {@code reset-admin}, {@code outside-key}. They end with 0 when
 * done, 1 when it could not be done, 2 for words they do not know.
 */
final class ServerCommands {
  private static final Set<String> STORE = Set.of(StoreOptions.DATA, StoreOptions.DATABASE);

  private final World world;
  private final Console console;

  ServerCommands(World world, Console console) {
    this.world = world;
    this.console = console;
  }

  /** Work on an open store. */
  @FunctionalInterface
  private interface Work {
    int on(Store store, Surroundings around) throws IOException, StoreTooNew, Options.Wrong;
  }

  /**
   * {@code init … --tenant T --admin NAME}: a new tenant; the password is the first line of
   * standard input.
   */
  int init(List<String> words) throws Options.Wrong {
    Options options =
        Options.read(words, with("--tenant", "--admin", "--title", "--zone"), Set.of());
    String tenant = options.required("--tenant");
    String admin = options.required("--admin");
    return open(
        options,
        (store, around) -> {
          Optional<ZoneId> zone =
              options
                  .value("--zone")
                  .map(ServerCommands::zone)
                  .orElse(Optional.of(TenantCalendar.USUAL_ZONE));
          if (zone.isEmpty()) {
            throw new Options.Wrong("--zone takes an IANA zone such as Asia/Shanghai");
          }
          Tenants.NewTenant tenantToBe =
              new Tenants.NewTenant(
                  tenant, options.value("--title").orElse(tenant), zone.get(), admin, password());
          return switch (new Tenants(store, around).init(tenantToBe)) {
            case Tenants.Done _ ->
                done("tenant " + tenant + " is ready; " + admin + " administers it");
            case Tenants.Refused(String reason) -> failed(reason);
          };
        });
  }

  /** {@code sample … [--seed S] [--vouchers N] [--json]}: a complete sample business. */
  int sample(List<String> words) throws Options.Wrong {
    Options options = Options.read(words, with("--seed", "--vouchers"), Set.of("--json"));
    int seed = options.number("--seed", 1, 0, Integer.MAX_VALUE);
    int vouchers = options.number("--vouchers", 240, 1, 2_000_000);
    return open(
        options,
        (store, around) -> {
          return switch (new SampleBusiness(store, around).make(seed, vouchers)) {
            case SampleBusiness.Made made -> done(options.has("--json") ? json(made) : text(made));
            case SampleBusiness.AlreadyThere() ->
                failed("this store has a sample business already; use an empty one");
          };
        });
  }

  /**
   * {@code verify-audit …}: walks every audit chain and names the first entry that does not fit.
   */
  int verifyAudit(List<String> words) throws Options.Wrong {
    return open(
        Options.read(words, STORE, Set.of()), (store, around) -> findings(AuditCheck.walk(store)));
  }

  private int findings(List<AuditCheck.Finding> findings) {
    int exit = 0;
    for (AuditCheck.Finding finding : findings) {
      switch (finding) {
        case AuditCheck.Whole(String tenant, long entries) ->
            console.out().println(tenant + ": " + entries + " entries, all fit");
        case AuditCheck.Broken(String tenant, long entry, String reason) -> {
          console.out().println(tenant + ": entry " + entry + " " + reason);
          exit = 1;
        }
      }
    }
    return exit;
  }

  /**
   * {@code backup --data DIR --to DIR2}: a verified copy of an embedded store, also while it is in
   * use.
   */
  int backup(List<String> words) throws Options.Wrong {
    Options options = Options.read(words, with("--to"), Set.of());
    if (options.value(StoreOptions.DATABASE).isPresent()) {
      throw new Options.Wrong(
          "backup copies an embedded store; PostgreSQL has pg_basebackup and pg_dump");
    }
    Path target = Path.of(options.required("--to"));
    Path folder = Path.of(options.required(StoreOptions.DATA));
    if (!Files.exists(Store.file(folder))) {
      return failed("there is no store in " + folder);
    }
    return open(
        options,
        (store, around) -> findings(new Backups(world.random()).backup(store, folder, target)));
  }

  /** {@code restore --from DIR --data DIR2}: a backup becomes the store, in a new epoch. */
  int restore(List<String> words) throws Options.Wrong {
    Options options = Options.read(words, Set.of("--from", StoreOptions.DATA), Set.of());
    Path from = Path.of(options.required("--from"));
    Path folder = Path.of(options.required(StoreOptions.DATA));
    try {
      new Backups(world.random())
          .restore(from, folder, world.surroundings(folder, World.TOMBSTONES_KEPT));
      return done("restored; a new epoch has begun, so that every client notices");
    } catch (StoreTooNew e) {
      return failed(e.getMessage());
    } catch (IOException | StoreException e) {
      return failed("not restored: " + e.getMessage());
    }
  }

  /** {@code new-epoch …}: after a restore by hand; every client fills its cache anew. */
  int newEpoch(List<String> words) throws Options.Wrong {
    return open(
        Options.read(words, STORE, Set.of()),
        (store, around) -> {
          int tenants = new Tenants(store, around).newEpoch();
          return done(
              "a new epoch has begun for " + tenants + " tenants; clients fill their caches anew");
        });
  }

  /**
   * {@code reset-admin … --tenant T --admin NAME}: a new password for an administrator, from
   * standard input.
   */
  int resetAdmin(List<String> words) throws Options.Wrong {
    Options options = Options.read(words, with("--tenant", "--admin"), Set.of());
    String tenant = options.required("--tenant");
    String admin = options.required("--admin");
    return open(
        options,
        (store, around) -> {
          return switch (new Tenants(store, around).resetAdmin(tenant, admin, password())) {
            case Tenants.Done _ ->
                done(admin + " signs in with the new password and then chooses another");
            case Tenants.Refused(String reason) -> failed(reason);
          };
        });
  }

  /**
   * {@code outside-key … --tenant T --party NAME|--revoke KEY}: a key by which an outside system
   * reports what it redeemed (VO-3), printed this once; or its end.
   */
  int outsideKey(List<String> words) throws Options.Wrong {
    Options options = Options.read(words, with("--tenant", "--party", "--revoke"), Set.of());
    String tenant = options.required("--tenant");
    Optional<String> party = options.value("--party");
    Optional<String> revoked = options.value("--revoke");
    if (party.isPresent() == revoked.isPresent()) {
      throw new Options.Wrong("give --party NAME to make a key, or --revoke KEY to end one");
    }
    return open(
        options,
        (store, around) -> {
          OutsideKeys keys = new OutsideKeys(store, around);
          OutsideKeys.Outcome outcome =
              party.isPresent()
                  ? keys.make(tenant, party.get())
                  : keys.revoke(tenant, revoked.orElseThrow());
          return switch (outcome) {
            case OutsideKeys.Made(String id, Bytes secret) ->
                done("key " + id + "\nsecret " + secret.hex() + "\nThe secret is shown this once.");
            case OutsideKeys.Revoked(String id) -> done("key " + id + " is worth nothing now");
            case OutsideKeys.Refused(String reason) -> failed(reason);
          };
        });
  }

  private int open(Options options, Work work) throws Options.Wrong {
    try (Store store = StoreOptions.open(options, world.random())) {
      Path folder = options.value(StoreOptions.DATA).map(Path::of).orElse(null);
      return work.on(store, world.surroundings(folder, World.TOMBSTONES_KEPT));
    } catch (StoreTooNew e) {
      return failed(e.getMessage());
    } catch (IOException | StoreException e) {
      return failed("the store cannot be used: " + e.getMessage());
    }
  }

  private int failed(@Nullable String why) {
    console.err().println(why);
    return 1;
  }

  private int done(String what) {
    console.out().println(what);
    return 0;
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private String password() throws IOException, Options.Wrong {
    String line =
        new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)).readLine();
    if (line == null || line.isEmpty()) {
      throw new Options.Wrong("give the password as the first line of standard input");
    }
    return line;
  }

  private static Set<String> with(String... names) {
    Set<String> all = new HashSet<>(STORE);
    all.addAll(List.of(names));
    return all;
  }

  private static List<String> roles(SampleBusiness.Account account) {
    return account.roles().stream().sorted().map(Role::wire).toList();
  }

  private static String text(SampleBusiness.Made made) {
    StringBuilder out = new StringBuilder("tenant " + made.tenantName() + "\n");
    for (var account : made.accounts()) {
      out.append(account.username()).append("  ").append(account.password()).append("  ");
      out.append(String.join(", ", roles(account))).append('\n');
    }
    for (var store : made.stores()) {
      out.append(store.id()).append("  ").append(store.name()).append('\n');
    }
    out.append(made.codes().size()).append(" codes; --json prints them");
    return out.toString();
  }

  private static String json(SampleBusiness.Made made) throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = json.createObjectNode();
    root.put("tenant", made.tenantName());
    ArrayNode accounts = root.putArray("accounts");
    for (var account : made.accounts()) {
      ObjectNode node = accounts.addObject();
      node.put("username", account.username());
      node.put("password", account.password());
      roles(account).forEach(node.putArray("roles")::add);
      account.stores().stream().sorted().forEach(node.putArray("stores")::add);
    }
    ArrayNode stores = root.putArray("stores");
    for (var store : made.stores()) {
      stores.addObject().put("id", store.id()).put("name", store.name());
    }
    ArrayNode codes = root.putArray("codes");
    for (var code : made.codes()) {
      ObjectNode node = codes.addObject();
      node.put("code", code.code());
      node.put("voucher", code.voucher());
      node.put("store", code.store());
      node.put("state", code.state());
      node.put("uses", code.uses());
      node.put("uses_left", code.usesLeft());
      if (code.amountLeft() != null) {
        node.put("amount_left", code.amountLeft());
      }
    }
    return json.writeValueAsString(root);
  }
}
