package counterfoil.client.device;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.device.WedgeEvent.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent comes out, whole, once, and in order: nothing lost, nothing merged. */
class WedgeDecoderPropertyTest {

  /** One thing that happens at the counter. */
  record Act(Source source, String text, int interval, int restBefore, boolean endKey) {}

  private static final WedgeSettings NO_BOUNCE =
      WedgeSettings.defaults().withBounceWindow(Duration.ZERO);

  @Property
  void burstsEndedByEnterComeOutAsSent(
      @ForAll("codes") List<String> codes, @ForAll("gunInterval") int interval) {
    Keyboard keys = new Keyboard(NO_BOUNCE);
    codes.forEach(code -> keys.burst(code, interval).rest(interval).enter().rest(interval));

    assertThat(keys.codes()).isEqualTo(codes);
    assertThat(keys.field()).isEqualTo(new WedgeEvent.Entry("", ""));
  }

  @Property
  void burstsEndedByAPauseComeOutAsSent(
      @ForAll("codes") List<String> codes, @ForAll("gunInterval") int interval) {
    Keyboard keys = new Keyboard(NO_BOUNCE);
    codes.forEach(code -> keys.burst(code, interval).rest(130));

    assertThat(keys.codes()).isEqualTo(codes);
  }

  @Property
  void aTimerIsAConvenienceOnly(
      @ForAll("codes") List<String> codes, @ForAll("gunInterval") int interval) {
    Keyboard keys = new Keyboard(NO_BOUNCE);
    codes.forEach(code -> keys.burst(code, interval).stall(700));
    keys.rest(0).enter();

    assertThat(keys.codes()).isEqualTo(codes);
  }

  @Property
  void personAndScannerTakeTurnsWithoutMixing(@ForAll("acts") List<Act> acts) {
    Keyboard keys = new Keyboard(NO_BOUNCE);
    List<String> expected = new ArrayList<>();
    StringBuilder waiting = new StringBuilder();
    for (Act act : acts) {
      keys.rest(act.restBefore());
      if (act.source() == Source.GUN) {
        keys.burst(act.text(), act.interval());
        expected.add(act.text());
        keys.rest(act.endKey() ? act.interval() : 600);
      } else {
        for (char c : act.text().toCharArray()) {
          keys.rest(act.interval()).key(c);
        }
        waiting.append(act.text());
        keys.rest(act.interval());
        if (act.endKey()) {
          expected.add(waiting.toString());
          waiting.setLength(0);
        }
      }
      if (act.endKey()) {
        keys.enter();
      }
    }

    assertThat(keys.codes()).isEqualTo(expected);
    assertThat(keys.field().typed()).isEqualTo(waiting.toString());
  }

  @Property
  void oneHiccupInsideAScanDoesNotCutIt(
      @ForAll("code") String code, @ForAll("gunInterval") int interval, @ForAll("hiccup") int gap) {
    int at = 4 + Math.abs(code.hashCode() % (code.length() - 4));
    Keyboard keys = new Keyboard(NO_BOUNCE);
    keys.burst(code.substring(0, at), interval).rest(gap);
    keys.burst(code.substring(at), interval).rest(interval).enter();

    assertThat(keys.codes()).containsExactly(code);
  }

  @Provide
  Arbitrary<List<String>> codes() {
    return code().list().ofMinSize(1).ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> code() {
    return Arbitraries.of("0123456789ABCDEFGHJKMNPQRSTVWXYZ-", "01")
        .flatMap(
            alphabet ->
                Arbitraries.strings()
                    .withChars(alphabet.toCharArray())
                    .ofMinLength(6)
                    .ofMaxLength(40));
  }

  @Provide
  Arbitrary<Integer> gunInterval() {
    return Arbitraries.integers().between(1, 16);
  }

  @Provide
  Arbitrary<Integer> hiccup() {
    return Arbitraries.integers().between(17, 110);
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    Arbitrary<Act> gun =
        Combinators.combine(code(), gunInterval(), ending())
            .as((text, interval, end) -> new Act(Source.GUN, text, interval, 600, end));
    Arbitrary<Act> person =
        Combinators.combine(
                Arbitraries.strings().withChars("0123456789ABCDEF").ofMinLength(1).ofMaxLength(12),
                Arbitraries.integers().between(80, 1_500),
                ending())
            .as((text, interval, end) -> new Act(Source.TYPED, text, interval, 200, end));
    return Arbitraries.oneOf(gun, person).list().ofMinSize(1).ofMaxSize(8);
  }

  private static Arbitrary<Boolean> ending() {
    return Arbitraries.of(true, false);
  }
}
