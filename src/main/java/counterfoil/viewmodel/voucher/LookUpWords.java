package counterfoil.viewmodel.voucher;

import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Validity;
import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.domain.voucher.Worth;
import counterfoil.viewmodel.Mark;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.voucher.TicketFace.Fact;
import counterfoil.viewmodel.voucher.TicketFace.Figure;
import counterfoil.viewmodel.voucher.TicketFace.State;
import counterfoil.viewmodel.voucher.TicketFace.Stub;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A voucher that was only looked at, in words (V15). */
public final class LookUpWords {
  private final ZoneId zone;
  private final Names names;
  private final RefusalWords refusals;

  /** Words for readers in {@code zone}. */
  public LookUpWords(ZoneId zone, Names names) {
    this.zone = zone;
    this.names = names;
    this.refusals = new RefusalWords(names);
  }

  /**
   * The face of a look-up.
   *
   * @param hindrance why it could not be redeemed now, null when it could
   * @param today the day in the tenant's zone
   * @param ground where the answer comes from, and of when
   */
  public TicketFace.LookUp of(
      SeenVoucher seen,
      String code,
      @Nullable VoucherRefusal hindrance,
      LocalDate today,
      Wording ground) {
    Worth worth = seen.voucher().worth();
    return new TicketFace.LookUp(
        state(hindrance),
        ground,
        Wording.literal(names.good(seen.voucher().good())),
        code,
        figures(seen, today),
        worth instanceof Worth.Uses(int total, _) ? total : 0,
        worth instanceof Worth.Uses(_, int left) ? left : 0,
        hindrance == null,
        hindrance == null ? Wording.none() : refusals.of(hindrance).advice(),
        seen.uses().stream().map(this::use).toList(),
        stub(seen));
  }

  private State state(@Nullable VoucherRefusal hindrance) {
    if (hindrance == null) {
      return new State(Tone.ACCENT, Mark.LOOK, Wording.of("voucher.chip.look-up"));
    }
    RefusalWords.Words words = refusals.of(hindrance);
    return new State(
        words.kind().tone(),
        words.kind().mark(),
        Wording.Joined.of(Wording.of("voucher.chip.look-up"), words.reason()));
  }

  private static List<Figure> figures(SeenVoucher seen, LocalDate today) {
    List<Figure> figures = new ArrayList<>();
    switch (seen.voucher().worth()) {
      case Worth.Uses(int total, int left) -> {
        figures.add(
            new Figure(
                Wording.literal(Integer.toString(left)),
                Wording.of("voucher.look-up.uses-left", total)));
        figures.add(
            new Figure(new Wording.Amount(seen.valueFen()), Wording.of("voucher.look-up.per-use")));
      }
      case Worth.Value(var total, var left) ->
          figures.add(
              new Figure(
                  new Wording.Amount(left.amount()),
                  Wording.of("voucher.look-up.value-left", new Wording.Amount(total.amount()))));
    }
    LocalDate to = seen.voucher().validity().to();
    if (to != null && !to.isBefore(today)) {
      figures.add(
          new Figure(
              Wording.literal(Long.toString(ChronoUnit.DAYS.between(today, to))),
              Wording.of("voucher.look-up.days-left")));
    }
    return figures;
  }

  private TicketFace.Use use(Redemption one) {
    return new TicketFace.Use(
        new Wording.Moment(LocalDateTime.ofInstant(one.redeemedAt(), zone)),
        Wording.literal(names.store(one.store())),
        Wording.literal(names.person(one.by())));
  }

  private static Stub stub(SeenVoucher seen) {
    List<Fact> facts = new ArrayList<>(StubWords.origin(seen));
    facts.add(Fact.Value.plain(Wording.of("voucher.fact.valid"), days(seen.voucher().validity())));
    return new Stub(Wording.of("voucher.stub.uses"), Wording.none(), "", facts, List.of());
  }

  private static Wording days(Validity validity) {
    LocalDate from = validity.from();
    LocalDate to = validity.to();
    if (from == null && to == null) {
      return Wording.of("voucher.valid.always");
    }
    if (to == null && from != null) {
      return Wording.of("voucher.not-yet.reason", new Wording.RowDay(from));
    }
    if (from == null && to != null) {
      return Wording.of("voucher.valid.until", new Wording.RowDay(to));
    }
    return Wording.of(
        "voucher.valid.range",
        from == null ? Wording.none() : new Wording.RowDay(from),
        to == null ? Wording.none() : new Wording.RowDay(to));
  }
}
