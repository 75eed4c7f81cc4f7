package counterfoil.client.device;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * Plays tones through the computer's default audio device.
 *
 * <p>A new tone cuts the one that sounds. Without an audio device nothing is played and {@link
 * #available()} says so; each tone tries anew, so a loudspeaker plugged in later is used. May be
 * called from any thread, never blocks the caller when the executor does not.
 */
public final class SoundPlayer {

  /** What became of a wish to play. */
  public enum Outcome {
    /** Handed to the executor. */
    STARTED,
    /** Muted, or the volume is zero. */
    SILENT,
    /** The last attempt found no audio device; this one is tried nevertheless. */
    NO_DEVICE
  }

  /** Where lines to the loudspeaker come from. */
  @FunctionalInterface
  public interface Lines {
    /**
     * Obtains a line that is not yet open.
     *
     * @param format what will be written to it
     * @return the line
     * @throws LineUnavailableException if the device is busy
     * @throws IllegalArgumentException if there is no device
     */
    SourceDataLine line(AudioFormat format) throws LineUnavailableException;
  }

  static final AudioFormat FORMAT =
      new AudioFormat(
          ToneSynth.SAMPLE_RATE,
          /* sampleSizeInBits= */ 16,
          /* channels= */ 1,
          /* signed= */ true,
          /* bigEndian= */ false);

  // A tone that is cut off still sounds for what lies in the line's buffer: 40 ms at most.
  private static final int CHUNK_BYTES = 2 * ToneSynth.SAMPLE_RATE / 100;
  private static final int BUFFER_BYTES = 4 * CHUNK_BYTES;

  private final Executor executor;
  private final Lines lines;
  private final AtomicLong newest = new AtomicLong();
  private volatile boolean available = true;
  private volatile boolean muted;
  private volatile int volume = 100;

  /**
   * @param executor runs the playing; each tone keeps a thread for its length, and the next one
   *     makes it leave at once
   */
  public SoundPlayer(Executor executor) {
    this(executor, AudioSystem::getSourceDataLine);
  }

  /**
   * @param executor as above
   * @param lines where lines come from
   */
  public SoundPlayer(Executor executor, Lines lines) {
    this.executor = executor;
    this.lines = lines;
  }

  /**
   * Plays a tone, in place of the one that sounds.
   *
   * @param tone which
   * @return what became of it, as far as is known at once
   */
  public Outcome play(Tone tone) {
    long turn = newest.incrementAndGet();
    if (muted || volume == 0) {
      return Outcome.SILENT;
    }
    double gain = gain(volume);
    Outcome outcome = available ? Outcome.STARTED : Outcome.NO_DEVICE;
    executor.execute(() -> sound(tone, gain, turn));
    return outcome;
  }

  /** Cuts the tone that sounds. */
  public void stop() {
    newest.incrementAndGet();
  }

  /**
   * @return whether the last tone found an audio device; true before the first
   */
  public boolean available() {
    return available;
  }

  /**
   * @param on whether to be silent from now on; also cuts the tone that sounds
   */
  public void mute(boolean on) {
    muted = on;
    if (on) {
      stop();
    }
  }

  /**
   * @return whether muted
   */
  public boolean muted() {
    return muted;
  }

  /**
   * @param percent from 0 to 100
   * @throws IllegalArgumentException if outside
   */
  public void volume(int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("Volume " + percent);
    }
    volume = percent;
  }

  /**
   * @return the volume in percent
   */
  public int volume() {
    return volume;
  }

  /** Loudness is felt in proportion to a power of the amplitude; the square comes near. */
  private static double gain(int percent) {
    return percent * percent / 10_000.0;
  }

  private void sound(Tone tone, double gain, long turn) {
    if (turn != newest.get()) {
      return;
    }
    try (SourceDataLine line = lines.line(FORMAT)) {
      line.open(FORMAT, BUFFER_BYTES);
      line.start();
      available = true;
      write(bytes(ToneSynth.render(tone), gain), line, turn);
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException none) {
      // A counter without loudspeaker is no fault; the screen shows the verdict.
      available = false;
    }
  }

  private void write(byte[] pcm, SourceDataLine line, long turn) {
    for (int from = 0; from < pcm.length; from += CHUNK_BYTES) {
      if (turn != newest.get()) {
        line.stop();
        line.flush();
        return;
      }
      line.write(pcm, from, Math.min(CHUNK_BYTES, pcm.length - from));
    }
    line.drain();
  }

  private static byte[] bytes(short[] samples, double gain) {
    byte[] bytes = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      int sample = (int) Math.round(samples[i] * gain);
      bytes[2 * i] = (byte) sample;
      bytes[2 * i + 1] = (byte) (sample >> 8);
    }
    return bytes;
  }
}
