package counterfoil.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.PaperPorts;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The preferences")
final class PreferencesTest {
  private final PaperPorts ports = new PaperPorts();

  private Preferences preferences() {
    return new Preferences(ports, Locale.GERMANY);
  }

  @Test
  void speakTheSystemsLanguageOnANewDevice() {
    assertThat(preferences().languageProperty().get()).isEqualTo(Language.EN);
    assertThat(new Preferences(ports, Locale.CHINA).languageProperty().get())
        .isEqualTo(Language.ZH_CN);
  }

  @Test
  void areKeptAtOnceAndComeBack() {
    Preferences before = preferences();
    before.languageProperty().set(Language.ZH_CN);
    before.themeProperty().set(Theme.DARK);
    before.scaleProperty().set(150);
    before.mutedProperty().set(true);

    Preferences after = preferences();

    assertThat(after.languageProperty().get()).isEqualTo(Language.ZH_CN);
    assertThat(after.themeProperty().get()).isEqualTo(Theme.DARK);
    assertThat(after.scaleProperty().get()).isEqualTo(150);
    assertThat(after.mutedProperty().get()).isTrue();
  }

  @Test
  void fallBackWhenTheFileWasSpoiltByHand() {
    ports.kept.put("language", "KLINGON");
    ports.kept.put("scale", "huge");
    ports.kept.put("sound.volume", "9000");

    Preferences read = preferences();

    assertThat(read.languageProperty().get()).isEqualTo(Language.EN);
    assertThat(read.scaleProperty().get()).isEqualTo(100);
    assertThat(read.volumeProperty().get()).isEqualTo(100);
  }
}
