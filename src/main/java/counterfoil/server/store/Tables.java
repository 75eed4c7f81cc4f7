package counterfoil.server.store;

/** The tables of one tenant in one transaction. */
public final class Tables {
  private final Sql sql;
  private final TenantTable tenant;
  private final PeopleTable people;
  private final PlacesTable places;
  private final DeviceTable devices;
  private final SessionTable sessions;
  private final GoodTable goods;
  private final VoucherTable vouchers;
  private final CommandTable commands;
  private final FeedTable feed;
  private final DueTable due;
  private final LedgerTable ledger;
  private final AuditTable audit;
  private final CaseTable cases;

  Tables(Sql sql, ServerKey key, String id) {
    this.sql = sql;
    tenant = new TenantTable(sql, key, id);
    people = new PeopleTable(sql, key, id);
    places = new PlacesTable(sql, id);
    devices = new DeviceTable(sql, id);
    sessions = new SessionTable(sql, key, id);
    goods = new GoodTable(sql, id);
    vouchers = new VoucherTable(sql, key, id);
    commands = new CommandTable(sql, key, id);
    feed = new FeedTable(sql, key, id);
    due = new DueTable(sql, id);
    ledger = new LedgerTable(sql, id);
    audit = new AuditTable(sql, id);
    cases = new CaseTable(sql, key, id);
  }

  /** The tenant's own row and its code keys. */
  public TenantTable tenant() {
    return tenant;
  }

  /** Users with their roles and stores. */
  public PeopleTable people() {
    return people;
  }

  /** Parties and stores. */
  public PlacesTable places() {
    return places;
  }

  /** Devices and who signed in on them. */
  public DeviceTable devices() {
    return devices;
  }

  /** Token families and failed sign-ins. */
  public SessionTable sessions() {
    return sessions;
  }

  /** Goods. */
  public GoodTable goods() {
    return goods;
  }

  /** Vouchers and their redemptions. */
  public VoucherTable vouchers() {
    return vouchers;
  }

  /** Commands, their answers and their places in device chains. */
  public CommandTable commands() {
    return commands;
  }

  /** The change feed. */
  public FeedTable feed() {
    return feed;
  }

  /** Acts that time will bring. */
  public DueTable due() {
    return due;
  }

  /** The ledger. */
  public LedgerTable ledger() {
    return ledger;
  }

  /** The audit chain. */
  public AuditTable audit() {
    return audit;
  }

  /** Risk settings, attachments and keys of outside systems. */
  public CaseTable cases() {
    return cases;
  }

  /** Sends what was put off, for a read that must see it. */
  public void flush() {
    vouchers.flush();
    feed.flush();
    sql.flush();
  }
}
