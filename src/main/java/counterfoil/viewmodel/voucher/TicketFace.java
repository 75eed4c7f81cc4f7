package counterfoil.viewmodel.voucher;

import counterfoil.viewmodel.Mark;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.VerdictShape;
import counterfoil.viewmodel.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ticket shows. One at a time; the next scan replaces it at once. */
public sealed interface TicketFace {

  /** The right part of the ticket. */
  Stub stub();

  /**
   * Waiting for the next customer.
   *
   * @param stub the last scan, or {@link Stub#EMPTY}
   */
  record Ready(Stub stub) implements TicketFace {}

  /**
   * What became of a scan.
   *
   * @param tone colour of the ground; only accent and neutral leave it as outlined paper
   * @param shape the shape, which says the same
   * @param word the verdict word, which says the same
   * @param reason what: at most twelve characters of Chinese
   * @param line one line: time and ground, or what to do
   * @param particulars when, where, who; empty for most
   * @param stub the voucher
   */
  record Verdict(
      Tone tone,
      VerdictShape shape,
      Wording word,
      Wording reason,
      Wording line,
      List<Particular> particulars,
      Stub stub)
      implements TicketFace {
    /** Copies the list. */
    public Verdict {
      particulars = List.copyOf(particulars);
    }

    /** The same verdict beside another voucher. */
    public Verdict with(Stub other) {
      return new Verdict(tone, shape, word, reason, line, particulars, other);
    }

    /** Whether something was decided. */
    public boolean decided() {
      return tone != Tone.ACCENT && tone != Tone.NEUTRAL;
    }
  }

  /**
   * A voucher looked up without redeeming it.
   *
   * @param state chip that says so, or why it cannot be redeemed now
   * @param ground where the answer comes from, and of when
   * @param good what it is for
   * @param code the code as it was read
   * @param figures up to three large figures
   * @param usesTotal uses it was issued with, 0 for stored value
   * @param usesLeft uses left
   * @param redeemable whether {@code Enter} redeems it now
   * @param rule its days, in words; may be empty
   * @param uses its redemptions, newest first
   * @param stub facts at the foot of the stub
   */
  record LookUp(
      State state,
      Wording ground,
      Wording good,
      String code,
      List<Figure> figures,
      int usesTotal,
      int usesLeft,
      boolean redeemable,
      Wording rule,
      List<Use> uses,
      Stub stub)
      implements TicketFace {
    /** Copies the lists. */
    public LookUp {
      figures = List.copyOf(figures);
      uses = List.copyOf(uses);
    }
  }

  /**
   * Stored value that waits for an amount; nothing was taken (V27).
   *
   * @param good what it is for; empty where this device does not know it
   * @param code the code as it was read
   * @param leftFen what is left, in fen; null where that is not known
   * @param note why the amount that was named cannot be taken; empty at first
   * @param stub the voucher
   */
  record AskAmount(Wording good, String code, @Nullable Long leftFen, Wording note, Stub stub)
      implements TicketFace {
    /** The same question, with what was wrong with the last answer. */
    AskAmount because(Wording why) {
      return new AskAmount(good, code, leftFen, why, stub);
    }
  }

  /**
   * A redemption that is to be taken back and waits for the reason; it still stands (V24).
   *
   * @param note what was wrong with the last answer; empty at first
   * @param stub the redemption
   */
  record AskReason(Wording note, Stub stub) implements TicketFace {
    /** The same question, with what was wrong with the last answer. */
    AskReason because(Wording why) {
      return new AskReason(why, stub);
    }
  }

  /** When, where or who, with the plain reading beneath. */
  record Particular(Wording label, Wording value, Wording reading) {}

  /** A large figure with its meaning below. */
  record Figure(Wording value, Wording label) {}

  /** One redemption of a voucher. */
  record Use(Wording at, Wording place, Wording by) {}

  /** A chip. */
  record State(Tone tone, Mark mark, Wording word) {}

  /** A fact of the stub: a label and a value, or a chip. */
  sealed interface Fact {
    /** What it is about. */
    Wording label();

    /** A value, emphasised by a tone when it explains the verdict. */
    record Value(Wording label, Wording value, Tone tone) implements Fact {
      /** A value without emphasis. */
      public static Value plain(Wording label, Wording value) {
        return new Value(label, value, Tone.NEUTRAL);
      }
    }

    /** A state. */
    record Chip(Wording label, State state) implements Fact {}
  }

  /** What a person may do from the stub. */
  enum Act {
    /** Take back the last redemption. */
    UNDO,
    /** Take back a provisional redemption that was not honoured. */
    DO_NOT_SERVE,
    /** Serve although the server has not answered, within the risk budget. */
    HAND_OVER,
    /** Copy the code of a fault for support. */
    COPY_FAULT
  }

  /**
   * The right part of the ticket.
   *
   * @param heading what it shows
   * @param title the good
   * @param code the code: whole while its own verdict is up, else its tail
   * @param facts three to five facts
   * @param acts at most two
   */
  record Stub(Wording heading, Wording title, String code, List<Fact> facts, List<Act> acts) {
    /** Nothing known. */
    public static final Stub EMPTY =
        new Stub(Wording.none(), Wording.none(), "", List.of(), List.of());

    /** Copies the lists. */
    public Stub {
      facts = List.copyOf(facts);
      acts = List.copyOf(acts);
    }
  }
}
