package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.work.Inbox;
import counterfoil.client.work.RefusedAct;
import counterfoil.client.work.VoucherCard;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Holder;
import counterfoil.domain.voucher.Standing;
import counterfoil.domain.voucher.Validity;
import counterfoil.domain.voucher.Voucher;
import counterfoil.domain.voucher.Worth;
import counterfoil.fixture.InlineBackground;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.Wording;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The inbox at work")
final class InboxAtWorkTest {
  private final List<RefusedAct> acts = new ArrayList<>();

  private final class Acts implements Inbox {
    @Override
    public List<RefusedAct> entries(int most) {
      return List.copyOf(acts);
    }

    @Override
    public void dismiss(String id) {
      acts.removeIf(act -> act.id().equals(id));
    }
  }

  private static RefusedAct act(String id, @Nullable VoucherCard card, @Nullable String incident) {
    return new RefusedAct(
        id,
        "voucher.redeem",
        Instant.parse("2026-11-24T07:50:00Z"),
        Instant.parse("2026-11-24T08:00:00Z"),
        "voucher-already-redeemed",
        null,
        card,
        incident);
  }

  private static VoucherCard card() {
    Voucher voucher =
        new Voucher(
            "v1",
            "g1",
            Voucher.Kind.INTERNAL,
            new Worth.Uses(1, 0),
            Standing.ACTIVE,
            Validity.always(),
            Set.of("s1"),
            false,
            new Holder.Free(),
            null);
    return new VoucherCard(
        voucher,
        "双人下午茶套餐",
        "····-····-EBJD",
        Money.fen(168_00),
        null,
        null,
        null,
        List.of(),
        false);
  }

  private InboxAtWork inbox() {
    return new InboxAtWork(new Acts(), new InlineBackground(), ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void namesActGoodAmountAndOnlyTheLastFourOfTheCode() {
    acts.add(act("one", card(), null));

    InboxEntry entry = inbox().entries().getFirst();

    assertThat(entry.what())
        .isEqualTo(
            Wording.Joined.of(
                Wording.of("inbox.type.redeem"),
                Wording.literal("双人下午茶套餐"),
                Wording.of("inbox.code-tail", "EBJD"),
                new Wording.Amount(168_00)));
    assertThat(entry.at()).isEqualTo(new Wording.Moment(LocalDateTime.of(2026, 11, 24, 16, 0)));
    assertThat(entry.tone()).isEqualTo(Tone.BAD);
  }

  @Test
  void showsWhatTheServerCouldNotDecideAsAFaultWithANumberV18() {
    acts.add(act("one", null, "I-1"));

    InboxEntry entry = inbox().entries().getFirst();

    assertThat(entry.tone()).isEqualTo(Tone.FAULT);
    assertThat(entry.advice()).isEqualTo(Wording.of("inbox.advice.incident", "I-1"));
  }

  @Test
  void takesAwayWhatAPersonHasDealtWithAndNothingElse() {
    acts.add(act("one", null, null));
    acts.add(act("two", null, null));
    InboxAtWork inbox = inbox();

    inbox.settle("one", () -> {});

    assertThat(inbox.entries()).extracting(InboxEntry::id).containsExactly("two");
  }

  @Test
  void readsAgainWhatCameFromTheServer() {
    InboxAtWork inbox = inbox();
    acts.add(act("one", null, null));

    inbox.refresh();

    assertThat(inbox.entries()).hasSize(1);
  }
}
