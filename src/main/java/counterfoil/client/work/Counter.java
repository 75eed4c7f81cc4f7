package counterfoil.client.work;

import counterfoil.client.cache.Cache;
import counterfoil.client.session.ServerClock;
import counterfoil.client.session.Session;
import counterfoil.domain.calendar.WorkCalendar;
import counterfoil.domain.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The counter of this device. Each act is durable before it is sent; online the server's word is
 * shown, offline the same decision is made here and stands within the risk budget alone.
 */
public final class Counter implements VoucherScanning {
  private final Cards cards;
  private final DayBook days;
  private final Redeemer redeemer;
  private final OwedChoices choices;
  private final Undoing undoing;
  private final LookingUp lookingUp;

  /**
   * What a counter is given by the program.
   *
   * @param ids makes UUIDv7 texts
   * @param work the published work calendar
   * @param store the store that the person chose; empty takes the first of the person's stores
   */
  public record Setting(
      Supplier<String> ids, WorkCalendar work, Supplier<Optional<String>> store) {}

  /** A counter over what {@code driver} sends. */
  public Counter(
      Cache cache, Session session, ServerClock clock, SyncDriver driver, Setting setting) {
    this(cache, session, clock, (Answers) driver, setting);
  }

  Counter(Cache cache, Session session, ServerClock clock, Answers answers, Setting setting) {
    this.cards = new Cards(cache, session);
    RiskWatch risk = new RiskWatch(cache, clock);
    Till till = new Till(cache, session, clock, answers, setting, cards, risk);
    this.days = new DayBook(till);
    this.undoing = new Undoing(till);
    this.choices = new OwedChoices(till, undoing);
    this.redeemer = new Redeemer(till, choices);
    this.lookingUp = new LookingUp(till);
  }

  @Override
  public ScanOutcome redeem(String code) {
    return days.noted(redeemer.redeem(code), code);
  }

  @Override
  public ScanOutcome redeem(String code, Money amount) {
    return days.noted(redeemer.redeem(code, amount), code);
  }

  @Override
  public LookUp lookUp(String code) {
    return lookingUp.at(code);
  }

  @Override
  public List<String> owed() {
    return choices.owed();
  }

  @Override
  public ScanOutcome ask(String command) {
    return choices.ask(command);
  }

  @Override
  public ScanOutcome handOver(String command) {
    return choices.handOver(command);
  }

  @Override
  public UndoOutcome doNotHandOver(String command) {
    return choices.doNotHandOver(command);
  }

  @Override
  public UndoOutcome undo(String redemption, String reason) {
    return undoing.undo(redemption, reason);
  }

  @Override
  public List<RecentScan> recent(int most) {
    return days.recent(most);
  }

  @Override
  public TodayFigures today() {
    return days.today();
  }

  @Override
  public Directory directory() {
    return cards;
  }
}
