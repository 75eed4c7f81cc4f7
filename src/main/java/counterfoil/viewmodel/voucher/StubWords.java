package counterfoil.viewmodel.voucher;

import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Worth;
import counterfoil.viewmodel.Mark;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.voucher.TicketFace.Act;
import counterfoil.viewmodel.voucher.TicketFace.Fact;
import counterfoil.viewmodel.voucher.TicketFace.State;
import counterfoil.viewmodel.voucher.TicketFace.Stub;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The right part of the ticket: three to five facts of a voucher. */
final class StubWords {
  private static final int MOST_FACTS = 5;

  /** As many characters of a redemption's id as people can read out to each other. */
  private static final int REDEMPTION_TAIL = 6;

  private final Names names;

  StubWords(Names names) {
    this.names = names;
  }

  /**
   * The stub of a voucher.
   *
   * @param left tone of what is left, when that explains the verdict
   * @param first facts that matter more than buyer and order
   */
  Stub of(SeenVoucher seen, String code, Tone left, List<Fact> first, List<Act> acts) {
    var validTo = seen.voucher().validity().to();
    return stub(
        seen,
        code,
        left,
        first,
        validTo == null
            ? null
            : Fact.Value.plain(Wording.of("voucher.fact.valid-to"), new Wording.Day(validTo)),
        acts);
  }

  /** The stub after a redemption: its amount is what was taken. */
  Stub redeemed(SeenVoucher after, Take take, String code, List<Fact> first, List<Act> acts) {
    long fen =
        switch (take) {
          case Take.Uses(int uses) -> after.valueFen() * uses;
          case Take.Amount(var amount) -> amount.amount();
        };
    Stub stub = of(after, code, Tone.NEUTRAL, first, acts);
    List<Fact> facts = new ArrayList<>(stub.facts());
    facts.set(0, amount(fen));
    return new Stub(stub.heading(), stub.title(), stub.code(), facts, stub.acts());
  }

  /** The stub of a voucher of which nothing is left, with the redemption that took the last. */
  Stub taken(SeenVoucher seen, String code, Redemption last) {
    String id = last.id().replace("-", "").toUpperCase(Locale.ROOT);
    Wording number =
        Wording.literal("RD-" + id.substring(Math.max(0, id.length() - REDEMPTION_TAIL)));
    return stub(
        seen,
        code,
        Tone.BAD,
        List.of(),
        Fact.Value.plain(Wording.of("voucher.fact.redemption"), number),
        List.of());
  }

  private Stub stub(
      SeenVoucher seen,
      String code,
      Tone left,
      List<Fact> first,
      @Nullable Fact end,
      List<Act> acts) {
    List<Fact> facts = new ArrayList<>();
    facts.add(amount(seen.valueFen()));
    facts.add(
        new Fact.Value(
            Wording.of("voucher.fact.left"), left(seen.voucher().worth(), !first.isEmpty()), left));
    facts.addAll(first);
    facts.addAll(origin(seen));
    if (end != null) {
      facts.add(end);
    }
    return new Stub(
        Wording.of("voucher.stub.voucher"),
        Wording.literal(names.good(seen.voucher().good())),
        code,
        facts.subList(0, Math.min(MOST_FACTS, facts.size())),
        acts);
  }

  private static Fact amount(long fen) {
    return Fact.Value.plain(Wording.of("voucher.fact.amount"), new Wording.Amount(fen));
  }

  private static Wording left(Worth worth, boolean fromCache) {
    return switch (worth) {
      case Worth.Uses(int total, int left) ->
          Wording.of(fromCache ? "voucher.left.uses-cached" : "voucher.left.uses", left, total);
      case Worth.Value(var total, var left) ->
          Wording.of(
              "voucher.offline.of",
              new Wording.Amount(left.amount()),
              new Wording.PlainAmount(total.amount()));
    };
  }

  /** The last scan on a ready ticket. */
  static Stub last(
      Wording at,
      Wording good,
      String codeTail,
      State result,
      @Nullable Long fen,
      @Nullable Worth left,
      boolean undoable) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact.Chip(Wording.of("voucher.fact.result"), result));
    facts.add(Fact.Value.plain(Wording.of("voucher.fact.time"), at));
    if (fen != null) {
      facts.add(Fact.Value.plain(Wording.of("voucher.fact.amount"), new Wording.Amount(fen)));
    }
    if (left != null) {
      facts.add(Fact.Value.plain(Wording.of("voucher.fact.left"), left(left, false)));
    }
    return new Stub(
        Wording.of("voucher.stub.last"),
        good,
        "····-····-" + codeTail,
        facts,
        undoable ? List.of(Act.UNDO) : List.of());
  }

  /** The stub of a voucher whose terms this device does not hold. */
  static Stub codeAlone(String code, List<Act> acts) {
    return new Stub(Wording.of("voucher.stub.voucher"), Wording.none(), code, List.of(), acts);
  }

  /** Buyer and order, as far as they are known and may be seen. */
  static List<Fact> origin(SeenVoucher seen) {
    List<Fact> facts = new ArrayList<>();
    if (seen.buyer() != null) {
      Wording buyer =
          seen.phoneTail() == null
              ? Wording.literal(seen.buyer())
              : Wording.of("voucher.buyer", seen.buyer(), seen.phoneTail());
      facts.add(Fact.Value.plain(Wording.of("voucher.fact.buyer"), buyer));
    }
    if (seen.order() != null) {
      facts.add(Fact.Value.plain(Wording.of("voucher.fact.order"), Wording.literal(seen.order())));
    }
    return facts;
  }

  /** The result holds whatever the server will say. */
  List<Fact> certain() {
    return List.of(
        new Fact.Chip(
            Wording.of("voucher.fact.certainty"),
            new State(Tone.OK, Mark.LEASED, Wording.of("voucher.chip.certain"))));
  }

  /** The result may not hold, and what is at stake. */
  List<Fact> atRisk(VerdictWords.Risk risk) {
    return List.of(
        new Fact.Chip(
            Wording.of("voucher.fact.certainty"),
            new State(Tone.WARN, Mark.PROVISIONAL, Wording.of("voucher.chip.unconfirmed"))),
        Fact.Value.plain(
            Wording.of("voucher.fact.budget"),
            Wording.of(
                "voucher.offline.of",
                new Wording.Amount(risk.usedFen()),
                new Wording.PlainAmount(risk.limitFen()))),
        Fact.Value.plain(
            Wording.of("voucher.fact.cache-age"), new Wording.RoughSpan(risk.cacheAge())));
  }
}
