package counterfoil.viewmodel.shell;

import counterfoil.client.work.Inbox;
import counterfoil.client.work.RefusedAct;
import counterfoil.client.work.VoucherCard;
import counterfoil.domain.rights.CommandType;
import counterfoil.viewmodel.Mark;
import counterfoil.viewmodel.RefusalNames;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Background;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The refused acts of this device, as the inbox shows them. */
public final class InboxAtWork implements InboxDesk {
  private static final int MOST = 200;
  private static final int TAIL = 4;

  private final Inbox inbox;
  private final Background background;
  private final ZoneId zone;
  private final ObservableList<InboxEntry> entries = FXCollections.observableArrayList();

  /**
   * An inbox over {@code inbox}; begins to read at once.
   *
   * @param zone the tenant's zone (TZ-1)
   */
  public InboxAtWork(Inbox inbox, Background background, ZoneId zone) {
    this.inbox = inbox;
    this.background = background;
    this.zone = zone;
    refresh();
  }

  /** Reads again, after something came from the server. */
  public void refresh() {
    background.run(() -> inbox.entries(MOST), this::show);
  }

  private void show(List<RefusedAct> acts) {
    entries.setAll(acts.stream().map(this::entry).toList());
  }

  private InboxEntry entry(RefusedAct act) {
    VoucherCard card = act.card();
    Wording type = type(act.type());
    String incident = act.incident();
    return new InboxEntry(
        act.id(),
        new Wording.Moment(LocalDateTime.ofInstant(act.at(), zone)),
        incident == null ? Tone.BAD : Tone.FAULT,
        incident == null ? Mark.REFUSED : Mark.FAULT,
        card == null
            ? type
            : Wording.Joined.of(
                type,
                Wording.literal(card.good()),
                tail(card.code()),
                new Wording.Amount(card.price().amount())),
        RefusalNames.of(act.code()),
        incident == null
            ? Wording.of("inbox.advice.refused")
            : Wording.of("inbox.advice.incident", incident));
  }

  /** The last four: the whole code is shown while its own verdict is up, and nowhere else. */
  private static Wording tail(String code) {
    return Wording.of("inbox.code-tail", code.substring(Math.max(0, code.length() - TAIL)));
  }

  private static Wording type(String type) {
    return switch (CommandType.ofWire(type).orElse(null)) {
      case VOUCHER_REDEEM -> Wording.of("inbox.type.redeem");
      case VOUCHER_UNDO_REDEMPTION -> Wording.of("inbox.type.undo");
      case VOUCHER_NOTE_REFUSAL -> Wording.of("inbox.type.note-refusal");
      case null, default -> Wording.literal(type);
    };
  }

  @Override
  public ObservableList<InboxEntry> entries() {
    return FXCollections.unmodifiableObservableList(entries);
  }

  @Override
  public void settle(String id, Runnable done) {
    background.run(
        () -> {
          inbox.dismiss(id);
          return inbox.entries(MOST);
        },
        this::show,
        done);
  }
}
