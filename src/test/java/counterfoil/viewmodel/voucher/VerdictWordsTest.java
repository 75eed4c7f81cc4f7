package counterfoil.viewmodel.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.work.FaultKind;
import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Holder;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Standing;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Validity;
import counterfoil.domain.voucher.Voucher;
import counterfoil.domain.voucher.VoucherRefusal;
import counterfoil.domain.voucher.Worth;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Tone;
import counterfoil.viewmodel.VerdictShape;
import counterfoil.viewmodel.port.Sounds.Cue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A verdict")
final class VerdictWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T06:32:08Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Names NAMES =
      new Names() {
        @Override
        public String store(String id) {
          return id.equals("s2") ? "滨江天街店" : "城西银泰店";
        }

        @Override
        public String device(String id) {
          return id.equals("d1") ? "1 号台" : "2 号台";
        }

        @Override
        public String person(String id) {
          return "赵婷";
        }

        @Override
        public Optional<String> staffNumber(String id) {
          return id.equals("u1") ? Optional.of("0417") : Optional.empty();
        }

        @Override
        public String good(String id) {
          return "双人下午茶套餐";
        }
      };

  private final VerdictWords words =
      new VerdictWords(ZONE, InstantSource.fixed(NOW), NAMES, new VerdictWords.Here("s1", "d2"));

  private final RedeemedWords redeemed = new RedeemedWords(ZONE, NAMES);

  private static Redemption redemption(Redemption.Mode mode, Take take) {
    return new Redemption(
        "r1", "v1", take, "s2", "d1", "u1", NOW.minus(Duration.ofMinutes(50)), mode, false);
  }

  private static SeenVoucher seen(Worth worth) {
    Voucher voucher =
        new Voucher(
            "v1",
            "g1",
            Voucher.Kind.INTERNAL,
            worth,
            Standing.ACTIVE,
            new Validity(null, LocalDate.of(2026, 12, 31), Set.of(), false),
            Set.of("s1"),
            false,
            new Holder.Free(),
            null);
    return new SeenVoucher(voucher, 16_800, "王**", "6021", "E20261120-4471", List.of());
  }

  private static List<VoucherRefusal> refusals() {
    return List.of(
        new VoucherRefusal.Unknown(),
        new VoucherRefusal.Mistyped(),
        new VoucherRefusal.AlreadyRedeemed(
            redemption(Redemption.Mode.ONLINE, new Take.Uses(1)), new Worth.Uses(1, 0)),
        new VoucherRefusal.Expired(LocalDate.of(2026, 11, 20)),
        new VoucherRefusal.NotYetValid(LocalDate.of(2026, 12, 1)),
        new VoucherRefusal.BlockedDay(
            LocalDate.of(2026, 11, 23), VoucherRefusal.BlockedDay.Why.WEEKDAY),
        new VoucherRefusal.WrongStore(Set.of("s2")),
        new VoucherRefusal.Refunded(),
        new VoucherRefusal.Frozen(),
        new VoucherRefusal.External(),
        new VoucherRefusal.LeasedElsewhere("d1", "s2", null, null),
        new VoucherRefusal.LeaseLost(),
        new VoucherRefusal.RoleMayNotRedeem());
  }

  private static String said(Language language, TicketFace.Verdict face) {
    Texts texts = new Texts(new SimpleObjectProperty<>(language));
    return texts.say(face.word()) + " · " + texts.say(face.reason());
  }

  private static TicketFace.Verdict verdict(ScanAnswer answer) {
    return (TicketFace.Verdict) answer.face();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void ofARefusalIsNeverSoundedOrColouredAsSuccessOrFaultV17V18(VoucherRefusal refusal) {
    ScanAnswer answer = words.refused(refusal, null, "K7QM-3XRD-9F2T");

    assertThat(verdict(answer).tone()).isIn(Tone.BAD, Tone.ELSE, Tone.ACCENT);
    assertThat(answer.cue()).isIn(Cue.REFUSED, Cue.HERE_NOT, Cue.MISTYPED);
    assertThat(answer.stay()).isEqualTo(ScanAnswer.Stay.UNTIL_NEXT);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysWhatAndWhatToDoInEveryLanguage(Language language) {
    Texts texts = new Texts(new SimpleObjectProperty<>(language));
    for (VoucherRefusal refusal : refusals()) {
      TicketFace.Verdict face = verdict(words.refused(refusal, null, "X"));
      assertThat(texts.say(face.word())).isNotBlank().doesNotContain("{");
      assertThat(texts.say(face.reason())).isNotBlank().doesNotContain("{");
      assertThat(texts.say(face.line())).isNotBlank().doesNotContain("{");
    }
  }

  @Test
  void usesTheWordsOfTheDesign() {
    assertThat(
            said(Language.ZH_CN, refused(new VoucherRefusal.Expired(LocalDate.of(2026, 11, 20)))))
        .isEqualTo("拒绝 · 11月20日已过期");
    assertThat(
            said(
                Language.ZH_CN, refused(new VoucherRefusal.NotYetValid(LocalDate.of(2026, 12, 1)))))
        .isEqualTo("此时不可 · 12月1日起可用");
    assertThat(said(Language.ZH_CN, refused(new VoucherRefusal.WrongStore(Set.of("s2")))))
        .isEqualTo("此处不可 · 限滨江天街店使用");
    assertThat(said(Language.EN, refused(new VoucherRefusal.Expired(LocalDate.of(2026, 11, 20)))))
        .isEqualTo("REFUSED · Expired 20 Nov");
    assertThat(said(Language.EN, refused(new VoucherRefusal.Mistyped())))
        .isEqualTo("MISTYPED · Check digit does not fit");
  }

  private TicketFace.Verdict refused(VoucherRefusal refusal) {
    return verdict(words.refused(refusal, null, "X"));
  }

  @Test
  void tellsWhenWhereAndByWhomItWasRedeemedBeforeV19() {
    Texts texts = new Texts(new SimpleObjectProperty<>(Language.ZH_CN));
    List<TicketFace.Particular> particulars = refused(refusals().get(2)).particulars();

    assertThat(particulars)
        .extracting(one -> texts.say(one.value()), one -> texts.say(one.reading()))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("今天 13:42:08", "50 分钟前"),
            org.assertj.core.groups.Tuple.tuple("滨江天街店 · 1 号台", "不是本店"),
            org.assertj.core.groups.Tuple.tuple("赵婷", "工号 0417"));
  }

  @Test
  void namesTheRedemptionThatStandsInPlaceOfDaysThatNoLongerMatterV19() {
    Texts texts = new Texts(new SimpleObjectProperty<>(Language.ZH_CN));
    ScanAnswer answer = words.refused(refusals().get(2), seen(new Worth.Uses(1, 0)), "X");

    assertThat(answer.face().stub().facts())
        .filteredOn(TicketFace.Fact.Value.class::isInstance)
        .map(TicketFace.Fact.Value.class::cast)
        .extracting(fact -> texts.say(fact.label()) + " " + texts.say(fact.value()))
        .containsExactly(
            "金额 ¥168.00", "剩余 0 / 1 次", "买家 王** · 尾号 6021", "订单 E20261120-4471", "核销单号 RD-R1");
  }

  @Test
  void keepsTheCodeInSightWhenNothingElseIsKnownOfTheVoucher() {
    assertThat(words.refused(new VoucherRefusal.Unknown(), null, "K7QM-3XRD-9F2T").face().stub())
        .isEqualTo(StubWords.codeAlone("K7QM-3XRD-9F2T", List.of()));
  }

  @Test
  void isGreenOnlyWhenItIsCertain() {
    assertThat(redeemed(Redemption.Mode.ONLINE).tone()).isEqualTo(Tone.OK);
    assertThat(redeemed(Redemption.Mode.ONLINE).shape()).isEqualTo(VerdictShape.CIRCLE);
    assertThat(redeemed(Redemption.Mode.LEASED).shape()).isEqualTo(VerdictShape.SHIELD);
    assertThat(redeemed(Redemption.Mode.PROVISIONAL).tone()).isEqualTo(Tone.WARN);
    assertThat(redeemed(Redemption.Mode.PROVISIONAL).stub().acts())
        .containsExactly(TicketFace.Act.DO_NOT_SERVE);
  }

  private TicketFace.Verdict redeemed(Redemption.Mode mode) {
    return verdict(
        redeemed.of(
            seen(new Worth.Uses(10, 6)),
            redemption(mode, new Take.Uses(1)),
            "K7QM-3XRD-9F2T",
            Duration.ofMillis(112),
            new VerdictWords.Risk(16_800, 200_000, Duration.ofSeconds(38))));
  }

  @Test
  void namesWhatIsLeftV26V27() {
    assertThat(said(Language.ZH_CN, redeemed(Redemption.Mode.ONLINE)))
        .isEqualTo("成功 · 已核销 1 次 · 余 6 次");
    TicketFace.Verdict part =
        verdict(
            redeemed.of(
                seen(new Worth.Value(Money.fen(50_000), Money.fen(21_200))),
                redemption(Redemption.Mode.ONLINE, new Take.Amount(Money.fen(8_800))),
                "X",
                Duration.ZERO,
                new VerdictWords.Risk(0, 0, Duration.ZERO)));
    assertThat(said(Language.EN, part)).isEqualTo("REDEEMED · ¥88.00 taken · ¥212.00 left");
  }

  @Test
  void ofAFaultIsSlateAndSaysThatNothingWasRedeemedV18() {
    ScanAnswer answer = words.fault(FaultKind.BROKEN_OFF, "E-CACHE-7F2A");

    assertThat(verdict(answer).tone()).isEqualTo(Tone.FAULT);
    assertThat(said(Language.ZH_CN, verdict(answer))).isEqualTo("故障 · 没有核销，请再扫一次");
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void ofEachFaultHasItsOwnSentenceAndAdviceInBothLanguagesV18(FaultKind kind) {
    for (Language language : Language.values()) {
      Texts texts = new Texts(new SimpleObjectProperty<>(language));
      List<String> others =
          Arrays.stream(FaultKind.values())
              .filter(other -> other != kind)
              .map(other -> texts.say(verdict(words.fault(other, "CF-X")).reason()))
              .toList();
      TicketFace.Verdict face = verdict(words.fault(kind, "CF-X"));

      assertThat(texts.say(face.reason())).isNotBlank().isNotIn(others);
      assertThat(texts.say(face.line())).contains("CF-X").doesNotContain("{");
    }
  }

  @Test
  void keepsStubsToFiveFactsAndTwoActs() {
    TicketFace.Verdict face = redeemed(Redemption.Mode.PROVISIONAL);

    assertThat(face.stub().facts()).hasSizeBetween(3, 5);
    assertThat(verdict(words.noAnswer(seen(new Worth.Uses(1, 1)), "X", true)).stub().acts())
        .hasSize(2);
  }

  @Test
  void ofALookUpOffersToRedeemOnlyWhatCouldBeRedeemedV15() {
    LookUpWords lookUp = new LookUpWords(ZONE, NAMES);
    LocalDate today = LocalDate.of(2026, 11, 23);
    SeenVoucher good = seen(new Worth.Uses(10, 6));

    TicketFace.LookUp free = lookUp.of(good, "X", null, today, words.ground(true, NOW));
    TicketFace.LookUp hindered =
        lookUp.of(good, "X", new VoucherRefusal.Frozen(), today, words.ground(false, NOW));

    assertThat(free.redeemable()).isTrue();
    assertThat(free.figures()).hasSize(3);
    assertThat(hindered.redeemable()).isFalse();
    assertThat(hindered.state().tone()).isEqualTo(Tone.BAD);
  }
}
