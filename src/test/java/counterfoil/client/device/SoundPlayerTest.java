package counterfoil.client.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterfoil.client.device.SoundPlayer.Outcome;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SoundPlayerTest {

  private final Loudspeaker speaker = new Loudspeaker();
  private final SoundPlayer player = new SoundPlayer(Runnable::run, format -> speaker.line());

  @Test
  void aToneIsWrittenWholeAndDrained() {
    assertThat(player.play(Tone.OK)).isEqualTo(Outcome.STARTED);

    assertThat(speaker.written.size()).isEqualTo(2 * ToneSynth.render(Tone.OK).length);
    assertThat(speaker.calls).endsWith("drain", "close").contains("start");
    assertThat(player.available()).isTrue();
  }

  @Test
  void aNewToneCutsTheOneThatSounds() {
    speaker.duringWrite = () -> player.play(Tone.BOUNCE);

    player.play(Tone.REFUSED);

    assertThat(speaker.written.size()).isLessThan(2 * ToneSynth.render(Tone.REFUSED).length / 4);
    assertThat(speaker.calls).containsSubsequence("drain", "close", "stop", "flush", "close");
  }

  @Test
  void ofTonesStillWaitingOnlyTheNewestSounds() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    SoundPlayer busy = new SoundPlayer(waiting::add, format -> speaker.line());
    busy.play(Tone.REFUSED);
    busy.play(Tone.FAULT);
    busy.play(Tone.BOUNCE);

    waiting.forEach(Runnable::run);

    assertThat(speaker.written.size()).isEqualTo(2 * ToneSynth.render(Tone.BOUNCE).length);
  }

  @Test
  void volumeScalesAndMuteSilences() {
    player.play(Tone.MISTYPED);
    int loud = speaker.peak();
    speaker.written.reset();
    player.volume(50);
    player.play(Tone.MISTYPED);
    assertThat(speaker.peak()).isBetween(loud / 4 - 2, loud / 4 + 2);

    speaker.written.reset();
    player.mute(true);
    assertThat(player.play(Tone.OK)).isEqualTo(Outcome.SILENT);
    player.mute(false);
    player.volume(0);
    assertThat(player.play(Tone.OK)).isEqualTo(Outcome.SILENT);
    assertThat(speaker.written.size()).isZero();
    assertThatThrownBy(() -> player.volume(101)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutADeviceItIsSilentAndSaysSoUntilThereIsOne() {
    speaker.present = false;
    assertThat(player.play(Tone.OK)).isEqualTo(Outcome.STARTED);
    assertThat(player.available()).isFalse();

    speaker.present = true;
    assertThat(player.play(Tone.OK)).isEqualTo(Outcome.NO_DEVICE);
    assertThat(player.available()).isTrue();
    assertThat(speaker.written.size()).isPositive();
  }

  @Test
  void onThisMachineTheDefaultDeviceIsUsedOrMissedQuietly() {
    SoundPlayer real = new SoundPlayer(Runnable::run);

    assertThat(real.play(Tone.BOUNCE)).isEqualTo(Outcome.STARTED);
  }

  /** Stands where the operating system's mixer would, and keeps what is written. */
  private static final class Loudspeaker {

    final ByteArrayOutputStream written = new ByteArrayOutputStream();
    final List<String> calls = new ArrayList<>();
    boolean present = true;
    @Nullable Runnable duringWrite;

    SourceDataLine line() throws LineUnavailableException {
      if (!present) {
        throw new LineUnavailableException("no device");
      }
      InvocationHandler answers =
          (proxy, method, arguments) -> {
            calls.add(method.getName());
            if (method.getName().equals("write")) {
              written.write((byte[]) arguments[0], (int) arguments[1], (int) arguments[2]);
              Runnable once = duringWrite;
              duringWrite = null;
              if (once != null) {
                once.run();
              }
              return arguments[2];
            }
            return null;
          };
      return (SourceDataLine)
          Proxy.newProxyInstance(
              SourceDataLine.class.getClassLoader(),
              new Class<?>[] {SourceDataLine.class},
              answers);
    }

    int peak() {
      byte[] pcm = written.toByteArray();
      int loudest = 0;
      for (int i = 0; i < pcm.length; i += 2) {
        loudest = Math.max(loudest, Math.abs((pcm[i + 1] << 8) | (pcm[i] & 0xff)));
      }
      return loudest;
    }
  }
}
