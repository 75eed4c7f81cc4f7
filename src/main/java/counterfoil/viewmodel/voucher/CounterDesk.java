package counterfoil.viewmodel.voucher;

import counterfoil.client.work.PictureScan;
import counterfoil.client.work.ScanOutcome;
import counterfoil.client.work.TodayFigures;
import counterfoil.client.work.VoucherScanning;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Undo;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Background;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The counter at work: customers stand in a queue. Each scan is taken at once and worked off in its
 * turn, one at a time, so that answers come in the order of the scans and none is lost while
 * another waits for the server (V4, V7).
 */
public final class CounterDesk implements VoucherDesk {
  private static final int ROWS = 50;

  private final VoucherScanning work;
  private final PictureScan pictures;
  private final Background background;
  private final InstantSource clock;
  private final OutcomeWords words;
  private final DayWords days;
  private final ArrayDeque<Runnable> queue = new ArrayDeque<>();
  private final ObservableList<RecentScan> recent = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<TicketFace.Stub> last =
      new ReadOnlyObjectWrapper<>(this, "last", TicketFace.Stub.EMPTY);
  private final ReadOnlyObjectWrapper<Today> today;
  private final ReadOnlyObjectWrapper<OfflineCapacity> offline =
      new ReadOnlyObjectWrapper<>(this, "offline", new OfflineCapacity(0, Wording.none(), 0, 0));
  private final ReadOnlyObjectWrapper<Integer> owed = new ReadOnlyObjectWrapper<>(this, "owed", 0);
  private boolean busy;
  private boolean refreshing;
  private Runnable answered = () -> {};
  private @Nullable String open;
  private counterfoil.client.work.@Nullable RecentScan undoable;

  /**
   * Where and when the counter works.
   *
   * @param zone the tenant's zone (TZ-1)
   * @param clock server time
   * @param here this store and device
   */
  public record Place(ZoneId zone, InstantSource clock, VerdictWords.Here here) {}

  /** A counter over {@code work}; begins to read the day at once. */
  public CounterDesk(
      VoucherScanning work, PictureScan pictures, Background background, Place place) {
    this.work = work;
    this.pictures = pictures;
    this.background = background;
    this.clock = place.clock();
    this.words =
        new OutcomeWords(place.zone(), clock, new NamesAtWork(work.directory()), place.here());
    this.days = new DayWords(place.zone());
    LocalDate on = clock.instant().atZone(place.zone()).toLocalDate();
    this.today =
        new ReadOnlyObjectWrapper<>(
            this, "today", new Today(on, 0, 0, 0, 0, List.of(), 0, List.of(), List.of()));
    refresh();
  }

  /** Calls {@code act} after every answer: the queue may be longer or shorter then. */
  public void whenAnswered(Runnable act) {
    answered = act;
  }

  private record Done(ScanAnswer answer, @Nullable String open, Day day) {}

  private record Day(
      List<counterfoil.client.work.RecentScan> scans, TodayFigures figures, int owed) {}

  private record Result(ScanAnswer answer, @Nullable String open) {}

  @Override
  public void redeem(String code, Consumer<ScanAnswer> answer) {
    inTurn(() -> result(work.redeem(code), code), answer);
  }

  @Override
  public void redeem(String code, long fen, Consumer<ScanAnswer> answer) {
    inTurn(() -> result(work.redeem(code, Money.fen(fen)), code), answer);
  }

  @Override
  public void askAgain(Consumer<ScanAnswer> answer) {
    inTurn(
        () -> {
          List<String> commands = work.owed();
          return commands.isEmpty()
              ? new Result(words.noChoiceOpen(), null)
              : result(work.ask(commands.getFirst()), "");
        },
        answer);
  }

  private Result result(ScanOutcome outcome, String code) {
    return new Result(
        words.of(outcome, grouped(code)),
        outcome instanceof ScanOutcome.Unanswered unanswered ? unanswered.command() : null);
  }

  /** A code as people read it aloud; what is none as it was typed. */
  private static String grouped(String code) {
    return VoucherCode.of(code).map(VoucherCode::formatted).orElse(code);
  }

  @Override
  public void lookUp(String code, Consumer<ScanAnswer> answer) {
    inTurn(() -> new Result(words.of(work.lookUp(code), grouped(code)), null), answer);
  }

  @Override
  public Optional<TicketFace.Stub> undoes() {
    return open != null || undoable == null ? Optional.empty() : Optional.of(days.undoes(undoable));
  }

  @Override
  public void undo(String reason, Consumer<ScanAnswer> answer) {
    String command = open;
    counterfoil.client.work.RecentScan taken = undoable;
    String redemption = taken == null ? null : taken.redemption();
    inTurn(
        () -> {
          if (command != null) {
            return new Result(words.of(work.doNotHandOver(command)), null);
          }
          return new Result(
              redemption == null ? words.nothingToUndo() : words.of(work.undo(redemption, reason)),
              null);
        },
        answer);
  }

  @Override
  public void handOver(Consumer<ScanAnswer> answer) {
    String command = open;
    inTurn(
        () ->
            new Result(
                command == null ? words.noChoiceOpen() : words.of(work.handOver(command), ""),
                null),
        answer);
  }

  private void inTurn(Callable<Result> act, Consumer<ScanAnswer> answer) {
    queue.add(() -> begin(act, answer));
    next();
  }

  private void next() {
    if (!busy && !queue.isEmpty()) {
      busy = true;
      queue.remove().run();
    }
  }

  private void begin(Callable<Result> act, Consumer<ScanAnswer> answer) {
    boolean[] told = new boolean[1];
    background.run(
        () -> {
          Result result = act.call();
          return new Done(result.answer(), result.open(), day());
        },
        done -> {
          told[0] = true;
          open = done.open();
          show(done.day());
          answer.accept(done.answer());
          answered.run();
        },
        () -> {
          busy = false;
          if (!told[0]) {
            answer.accept(words.brokenOff());
          }
          next();
        });
  }

  private Day day() {
    return new Day(work.recent(ROWS), work.today(), work.owed().size());
  }

  /** Reads the day again, after something came from the server. */
  public void refresh() {
    if (!refreshing) {
      refreshing = true;
      background.run(this::day, this::show, () -> refreshing = false);
    }
  }

  private void show(Day day) {
    undoable =
        day.scans().stream()
            .filter(scan -> scan.undoable() && scan.redemption() != null)
            .findFirst()
            .orElse(null);
    recent.setAll(day.scans().stream().map(days::row).toList());
    last.set(day.scans().isEmpty() ? TicketFace.Stub.EMPTY : days.last(day.scans().getFirst()));
    today.set(days.today(day.figures()));
    owed.set(day.owed());
    offline.set(days.offline(day.figures().risk(), clock.instant()));
  }

  @Override
  public void read(Path picture, Consumer<Reading> codes) {
    background.run(() -> reading(pictures.read(picture)), codes);
  }

  @Override
  public void read(byte[] picture, Consumer<Reading> codes) {
    background.run(() -> reading(pictures.read(picture)), codes);
  }

  private static Reading reading(PictureScan.Result result) {
    return switch (result) {
      case PictureScan.Result.Codes(List<String> codes) when codes.size() == 1 ->
          new Reading.One(codes.getFirst());
      case PictureScan.Result.Codes(List<String> codes) ->
          new Reading.Unusable(Wording.of("voucher.picture.several", codes.size()));
      case PictureScan.Result.None() -> new Reading.Unusable(Wording.of("voucher.picture.none"));
      case PictureScan.Result.NotAPicture() ->
          new Reading.Unusable(Wording.of("voucher.picture.other-file"));
      case PictureScan.Result.TooBig() ->
          new Reading.Unusable(Wording.of("voucher.picture.too-big"));
      case PictureScan.Result.Unreadable() ->
          new Reading.Unusable(Wording.of("voucher.picture.damaged"));
    };
  }

  @Override
  public ObservableList<RecentScan> recent() {
    return FXCollections.unmodifiableObservableList(recent);
  }

  @Override
  public ObservableValue<TicketFace.Stub> last() {
    return last.getReadOnlyProperty();
  }

  @Override
  public ObservableValue<Today> today() {
    return today.getReadOnlyProperty();
  }

  @Override
  public ObservableValue<OfflineCapacity> offline() {
    return offline.getReadOnlyProperty();
  }

  @Override
  public ObservableValue<Integer> owed() {
    return owed.getReadOnlyProperty();
  }

  @Override
  public Optional<Duration> undoLeft() {
    if (open != null) {
      return Optional.of(Undo.WINDOW);
    }
    counterfoil.client.work.RecentScan scan = undoable;
    if (scan == null) {
      return Optional.empty();
    }
    Instant end = scan.at().plus(Undo.WINDOW);
    Duration left = Duration.between(clock.instant(), end);
    return left.isPositive() ? Optional.of(left) : Optional.empty();
  }
}
