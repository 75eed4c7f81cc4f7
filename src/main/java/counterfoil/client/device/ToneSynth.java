package counterfoil.client.device;

import java.time.Duration;

/**
 * Makes each {@link Tone} out of sine waves, so that no sound files are needed.
 *
 * <p>44.1 kHz, 16 bit, one channel. Every note swells within 5 ms and ends softly, so that nothing
 * clicks; the loudest point of a tone lies 6 dB below full scale, of the tick 18 dB. Pure; for any
 * thread.
 */
public final class ToneSynth {

  /** Samples a second. */
  public static final int SAMPLE_RATE = 44_100;

  private static final double LOUD = 0.5;
  private static final double FAINT = 0.125;
  private static final double ATTACK_SECONDS = 0.005;

  private ToneSynth() {}

  /**
   * Renders a tone.
   *
   * @param tone which
   * @return its samples
   */
  public static short[] render(Tone tone) {
    return switch (tone) {
      case OK -> new Score(160).note(880, 0, 80).note(1320, 80, 80).samples(LOUD);
      case LEASED ->
          new Score(220).note(880, 0, 80).note(1320, 80, 80).glide(220, 200, 160, 60).samples(LOUD);
      case PROVISIONAL -> new Score(300).note(660, 0, 120).note(660, 180, 120).samples(LOUD);
      case REFUSED -> new Score(360).buzz(440, 220, 0, 360).samples(LOUD);
      case HERE_NOT -> new Score(260).note(520, 0, 120).note(390, 140, 120).samples(LOUD);
      case FAULT ->
          new Score(300).note(300, 0, 60).note(300, 120, 60).note(300, 240, 60).samples(LOUD);
      case MISTYPED -> new Score(80).note(500, 0, 80).samples(LOUD);
      case BOUNCE -> new Score(20).note(1000, 0, 20).samples(FAINT);
      case CONFLICT -> new Score(200).bell(990, 0, 200).samples(LOUD);
    };
  }

  /**
   * How long a tone lasts.
   *
   * @param tone which
   * @return its length
   */
  public static Duration length(Tone tone) {
    return Duration.ofMillis(render(tone).length * 1_000L / SAMPLE_RATE);
  }

  /** Notes on a time line. Times are in milliseconds, pitches in hertz. */
  private static final class Score {

    private final double[] line;

    Score(int length) {
      line = new double[at(length)];
    }

    Score note(double pitch, int start, int length) {
      return glide(pitch, pitch, start, length);
    }

    Score glide(double from, double to, int start, int length) {
      return play(from, to, start, length, 0, 0);
    }

    /** A glide with odd overtones, which sound rough. */
    Score buzz(double from, double to, int start, int length) {
      return play(from, to, start, length, 0.25, 0);
    }

    /** Dies away from the stroke on. */
    Score bell(double pitch, int start, int length) {
      return play(pitch, pitch, start, length, 0, 12);
    }

    private Score play(
        double from, double to, int start, int length, double roughness, double decay) {
      int first = at(start);
      int count = Math.min(at(length), line.length - first);
      double phase = 0;
      for (int i = 0; i < count; i++) {
        double seconds = i / (double) SAMPLE_RATE;
        double wave =
            Math.sin(phase) + roughness * Math.sin(3 * phase) + roughness / 2 * Math.sin(5 * phase);
        line[first + i] += wave * envelope(i, count) * Math.exp(-decay * seconds);
        phase += 2 * Math.PI * (from + (to - from) * i / count) / SAMPLE_RATE;
      }
      return this;
    }

    /** Raised cosine up within the attack, and down over the last fifth. */
    private static double envelope(int i, int count) {
      double attack = Math.min(ATTACK_SECONDS * SAMPLE_RATE, count / 4.0);
      double release = count / 5.0;
      double up = Math.min(1, i / attack);
      double down = Math.min(1, (count - 1 - i) / release);
      return soft(up) * soft(down);
    }

    private static double soft(double share) {
      return (1 - Math.cos(Math.PI * share)) / 2;
    }

    short[] samples(double peak) {
      double loudest = 0;
      for (double sample : line) {
        loudest = Math.max(loudest, Math.abs(sample));
      }
      short[] out = new short[line.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = (short) Math.round(line[i] / loudest * peak * Short.MAX_VALUE);
      }
      return out;
    }

    private static int at(int milliseconds) {
      return (int) (milliseconds * (long) SAMPLE_RATE / 1_000);
    }
  }
}
