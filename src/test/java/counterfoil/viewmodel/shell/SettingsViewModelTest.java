package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.PaperPorts;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.port.Sounds;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings")
final class SettingsViewModelTest {
  @Test
  void letOneHearTheVolumeAndRememberTheSectionInSight() {
    PaperPorts ports = new PaperPorts();
    SettingsViewModel settings =
        new SettingsViewModel(new Preferences(ports, Locale.ENGLISH), ports);

    settings.tryOut().execute();
    settings.sectionProperty().set(SettingsViewModel.Section.SOUND);

    assertThat(ports.heard).containsExactly(Sounds.Cue.OK);
    assertThat(settings.sectionProperty().get()).isEqualTo(SettingsViewModel.Section.SOUND);
  }
}
