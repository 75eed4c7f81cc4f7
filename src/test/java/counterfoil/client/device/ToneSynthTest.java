package counterfoil.client.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ToneSynthTest {

  @ParameterizedTest
  @CsvSource({
    "OK,160",
    "LEASED,220",
    "PROVISIONAL,300",
    "REFUSED,360",
    "HERE_NOT,260",
    "FAULT,300",
    "MISTYPED,80",
    "BOUNCE,20",
    "CONFLICT,200"
  })
  void eachToneHasItsLength(Tone tone, int milliseconds) {
    assertThat(ToneSynth.render(tone)).hasSize(milliseconds * ToneSynth.SAMPLE_RATE / 1_000);
    assertThat(ToneSynth.length(tone)).hasMillis(milliseconds);
  }

  @ParameterizedTest
  @EnumSource(Tone.class)
  void theLoudestPointLiesWhereTheDesignPutsIt(Tone tone) {
    double expected = tone == Tone.BOUNCE ? -18 : -6;

    assertThat(decibels(peak(ToneSynth.render(tone)))).isCloseTo(expected, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({
    "OK,5,75,880",
    "OK,85,155,1320",
    "LEASED,5,75,880",
    "LEASED,85,155,1320",
    "LEASED,165,215,220",
    "PROVISIONAL,5,115,660",
    "PROVISIONAL,185,295,660",
    "REFUSED,0,40,440",
    "REFUSED,320,360,220",
    "HERE_NOT,5,115,520",
    "HERE_NOT,145,255,390",
    "FAULT,5,55,300",
    "FAULT,125,175,300",
    "FAULT,245,295,300",
    "MISTYPED,5,75,500",
    "BOUNCE,0,20,1000",
    "CONFLICT,5,195,990"
  })
  void eachNoteHasItsPitch(Tone tone, int from, int to, double pitch) {
    double strongest = 0;
    double at = 0;
    for (double candidate = 150; candidate <= 1_600; candidate += 5) {
      double power = goertzel(part(tone, from, to), candidate);
      if (power > strongest) {
        strongest = power;
        at = candidate;
      }
    }

    assertThat(at).isCloseTo(pitch, within(Math.max(20, pitch * 0.06)));
  }

  @ParameterizedTest
  @CsvSource({"PROVISIONAL,121,179", "HERE_NOT,121,139", "FAULT,61,119", "FAULT,181,239"})
  void thePausesAreSilent(Tone tone, int from, int to) {
    assertThat(peak(part(tone, from, to))).isZero();
  }

  @ParameterizedTest
  @EnumSource(Tone.class)
  void noToneClicksAtItsStartOrEnd(Tone tone) {
    short[] samples = ToneSynth.render(tone);

    assertThat(peak(Arrays.copyOf(samples, 20))).isLessThan(0.01);
    assertThat(peak(Arrays.copyOfRange(samples, samples.length - 5, samples.length)))
        .isLessThan(0.01);
  }

  @Test
  void theRefusalBuzzesAndTheOthersDoNot() {
    short[] refused = part(Tone.REFUSED, 100, 140);
    double fundamental = 440 - 220 * 120 / 360.0;

    assertThat(goertzel(refused, 3 * fundamental))
        .isGreaterThan(goertzel(refused, fundamental) / 100);
    assertThat(goertzel(part(Tone.MISTYPED, 5, 75), 1_500))
        .isLessThan(goertzel(part(Tone.MISTYPED, 5, 75), 500) / 100);
  }

  @Test
  void theBellDiesAway() {
    assertThat(peak(part(Tone.CONFLICT, 130, 155)))
        .isLessThan(peak(part(Tone.CONFLICT, 5, 30)) / 3);
  }

  @Test
  void noTwoTonesAreAlike() {
    Set<String> rhythms = new HashSet<>();
    for (Tone tone : Tone.values()) {
      short[] samples = ToneSynth.render(tone);
      double strongest = 0;
      for (double pitch = 200; pitch <= 1_400; pitch += 20) {
        if (goertzel(samples, pitch) > goertzel(samples, strongest)) {
          strongest = pitch;
        }
      }
      rhythms.add(samples.length + " samples, mostly " + strongest + " Hz");
    }

    assertThat(rhythms).hasSize(Tone.values().length);
  }

  private static short[] part(Tone tone, int from, int to) {
    short[] samples = ToneSynth.render(tone);
    return Arrays.copyOfRange(
        samples, from * ToneSynth.SAMPLE_RATE / 1_000, to * ToneSynth.SAMPLE_RATE / 1_000);
  }

  private static double peak(short[] samples) {
    int loudest = 0;
    for (short sample : samples) {
      loudest = Math.max(loudest, Math.abs(sample));
    }
    return loudest / (double) Short.MAX_VALUE;
  }

  private static double decibels(double share) {
    return 20 * Math.log10(share);
  }

  /** The power of one frequency (Goertzel's algorithm). */
  private static double goertzel(short[] samples, double pitch) {
    double turn = 2 * Math.cos(2 * Math.PI * pitch / ToneSynth.SAMPLE_RATE);
    double last = 0;
    double beforeLast = 0;
    for (short sample : samples) {
      double next = sample + turn * last - beforeLast;
      beforeLast = last;
      last = next;
    }
    return last * last + beforeLast * beforeLast - turn * last * beforeLast;
  }
}
