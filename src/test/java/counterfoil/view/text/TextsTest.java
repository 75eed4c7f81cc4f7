package counterfoil.view.text;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Wording;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The texts")
final class TextsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.ZH_CN);
  private final Texts texts = new Texts(language);

  private String in(Language spoken, Wording wording) {
    language.set(spoken);
    return texts.say(wording);
  }

  @Test
  void writeMoneyAlikeInBothLanguages() {
    for (Language each : Language.values()) {
      assertThat(in(each, new Wording.Amount(123_456))).isEqualTo("¥1,234.56");
      assertThat(in(each, new Wording.Amount(-200))).isEqualTo("\u2212¥2.00");
      assertThat(in(each, new Wording.PlainAmount(5))).isEqualTo("0.05");
      assertThat(in(each, new Wording.PlainAmount(Long.MIN_VALUE)))
          .isEqualTo("\u221292,233,720,368,547,758.08");
    }
  }

  @Test
  void writeDatesAsEachLanguageDoes() {
    assertThat(in(Language.ZH_CN, new Wording.Day(DAY))).isEqualTo("2026-11-23");
    assertThat(in(Language.EN, new Wording.Day(DAY))).isEqualTo("23 Nov 2026");
    assertThat(in(Language.ZH_CN, new Wording.ShortDay(DAY))).isEqualTo("11月23日");
    assertThat(in(Language.ZH_CN, new Wording.Weekday(DAY))).isEqualTo("11月23日 周一");
    assertThat(in(Language.EN, new Wording.Weekday(DAY))).isEqualTo("Mon 23 Nov");
    assertThat(in(Language.ZH_CN, new Wording.WeekdayName(DAY))).isEqualTo("星期一");
    assertThat(in(Language.EN, new Wording.Time(LocalTime.of(7, 5, 3)))).isEqualTo("07:05:03");
    assertThat(in(Language.EN, new Wording.Moment(LocalDateTime.of(DAY, LocalTime.NOON))))
        .isEqualTo("11-23 12:00");
  }

  @Test
  void writeSpansInTwoUnitsOrOne() {
    Duration span = Duration.ofSeconds(852);

    assertThat(in(Language.ZH_CN, new Wording.Span(span))).isEqualTo("14 分 12 秒");
    assertThat(in(Language.EN, new Wording.Span(span))).isEqualTo("14 min 12 s");
    assertThat(in(Language.ZH_CN, new Wording.RoughSpan(span))).isEqualTo("14 分钟");
    assertThat(in(Language.EN, new Wording.Span(Duration.ofHours(49)))).isEqualTo("2 d");
    assertThat(in(Language.EN, new Wording.Span(Duration.ofSeconds(-5)))).isEqualTo("0 s");
  }

  @Test
  void countOneAndManyInEnglish() {
    assertThat(in(Language.EN, Wording.of("voucher.redeemed.uses", 1))).isEqualTo("1 use taken");
    assertThat(in(Language.EN, Wording.of("voucher.redeemed.uses", 3))).isEqualTo("3 uses taken");
  }

  @Test
  void sayAWordingAnewInTheLanguageOfTheMoment() {
    Wording wording =
        Wording.of("voucher.expired.reason", new Wording.ShortDay(LocalDate.of(2026, 11, 20)));

    assertThat(in(Language.ZH_CN, wording)).isEqualTo("11月20日已过期");
    assertThat(in(Language.EN, wording)).isEqualTo("Expired 20 Nov");
  }

  @Test
  void joinOnlyWhatSaysSomething() {
    Wording joined = Wording.Joined.of(Wording.literal("a"), Wording.none(), Wording.literal("b"));

    assertThat(in(Language.EN, joined)).isEqualTo("a · b");
  }
}
