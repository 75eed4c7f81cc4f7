package counterfoil.view;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.PaperProgram;
import counterfoil.fixture.PaperWindow;
import counterfoil.fixture.SampleFaces;
import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Theme;
import counterfoil.viewmodel.port.Navigator.Place;
import counterfoil.viewmodel.shell.SettingsViewModel.Section;
import counterfoil.viewmodel.shell.WindowState;
import counterfoil.viewmodel.voucher.ScanAnswer;
import counterfoil.viewmodel.voucher.TicketFace;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes every screen in every state, to be laid beside the design. */
@DisplayName("The pictures")
@Tag("long")
final class PicturesTest {
  @ParameterizedTest
  @CsvSource({
    "ZH_CN,LIGHT,1440,900",
    "EN,LIGHT,1440,900",
    "ZH_CN,DARK,1440,900",
    "ZH_CN,LIGHT,1024,768",
    "EN,DARK,1024,768",
    "EN,LIGHT,960,540",
    "ZH_CN,LIGHT,1920,990"
  })
  void showEveryState(Language language, Theme theme, int width, int height) {
    String suffix = "-" + language.locale().getLanguage() + "-" + theme + "-" + width;
    try (PaperWindow window = PaperWindow.open(language, theme, width, height)) {
      for (Map.Entry<String, TicketFace> face : SampleFaces.all().entrySet()) {
        window.picture(
            "voucher-" + face.getKey() + suffix,
            program -> program.show(face.getValue(), ScanAnswer.Stay.UNTIL_NEXT));
      }
      window.act(program -> program.loseNetwork());
      window.picture("details" + suffix, program -> program.shell.detailsProperty().set(true));
      window.picture("shortcuts" + suffix, program -> program.shell.shortcutsProperty().set(true));
      window.picture("inbox-empty" + suffix, program -> program.shell.show(Place.INBOX));
      window.picture("inbox" + suffix, program -> program.refuseLater());
      window.picture("about" + suffix, program -> program.shell.show(Place.ABOUT));
      window.act(program -> program.shell.show(Place.SETTINGS));
      for (Section section : Section.values()) {
        window.picture(
            "settings-" + section + suffix,
            program -> program.settings.sectionProperty().set(section));
      }
      window.picture(
          "fault" + suffix,
          program -> program.faults.report(new IllegalStateException("pictured")));
      window.act(program -> program.faults.dismiss().execute());
      window.picture(
          "first-sync" + suffix, program -> program.window.enter(WindowState.Stage.FIRST_SYNC));
      window.picture("locked" + suffix, program -> program.window.enter(WindowState.Stage.LOCKED));
      window.picture(
          "store-trouble" + suffix,
          program -> program.window.enter(WindowState.Stage.STORE_TROUBLE));
      window.picture(
          "sign-in" + suffix, program -> program.window.enter(WindowState.Stage.SIGN_IN));
      window.picture("sign-in-help" + suffix, program -> program.signIn.help().execute());
      window.act(program -> program.signIn.help().execute());
      window.picture("sign-in-company" + suffix, PaperProgram::askForCompany);
      window.picture("sign-in-previous" + suffix, PaperProgram::askForPrevious);
      assertThat(
              window.picture(
                  "first-run" + suffix,
                  program -> program.window.enter(WindowState.Stage.FIRST_RUN)))
          .isNotEmptyFile();
    }
  }
}
