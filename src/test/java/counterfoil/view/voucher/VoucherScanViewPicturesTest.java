package counterfoil.view.voucher;

import counterfoil.fixture.FxExtension;
import counterfoil.fixture.HandTimer;
import counterfoil.fixture.PaperDesk;
import counterfoil.fixture.Pictures;
import counterfoil.fixture.SampleFaces;
import counterfoil.view.ViewLoader;
import counterfoil.view.look.Appearance;
import counterfoil.view.look.Typeface;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.Theme;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Clipboard;
import counterfoil.viewmodel.port.Dialogs;
import counterfoil.viewmodel.port.PreferenceStore;
import counterfoil.viewmodel.port.Sounds;
import counterfoil.viewmodel.voucher.ScanAnswer;
import counterfoil.viewmodel.voucher.TicketFace;
import counterfoil.viewmodel.voucher.VoucherScanViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class VoucherScanViewPicturesTest {
  @Test
  void everyFaceIsPictured() {
    Preferences preferences =
        new Preferences(
            new PreferenceStore() {
              @Override
              public Map<String, String> load() {
                return Map.of();
              }

              @Override
              public void save(String name, String value) {}
            },
            Locale.SIMPLIFIED_CHINESE);
    PaperDesk desk =
        new PaperDesk(
            SampleFaces.last(), SampleFaces.scans(), SampleFaces.today(), SampleFaces.offline());
    VoucherScanViewModel model =
        new VoucherScanViewModel(
            desk,
            cue -> {},
            new HandTimer(),
            new Dialogs() {
              @Override
              public List<Path> openFiles(Wording title, List<String> patterns) {
                return List.of();
              }

              @Override
              public Optional<Path> saveFile(Wording title, String suggestedName) {
                return Optional.empty();
              }
            },
            new Clipboard() {
              @Override
              public void copy(String text) {}

              @Override
              public Optional<byte[]> picture() {
                return Optional.empty();
              }
            },
            preferences);
    Texts texts = new Texts(preferences.languageProperty());
    ViewLoader loader =
        new ViewLoader(texts).with(VoucherScanView.class, () -> new VoucherScanView(model, texts));
    Appearance appearance = new Appearance(Typeface.bundled());
    ViewLoader.Loaded<VoucherScanView> loaded = loader.load(VoucherScanView.class);
    Scene scene = new Scene(loaded.root(), 1232, 852);
    appearance.apply(scene, Theme.LIGHT);
    loaded.view().activate();
    for (Map.Entry<String, TicketFace> face : SampleFaces.all().entrySet()) {
      model.take("K7QM-3XRD-9F2T");
      desk.answer(
          new ScanAnswer(
              face.getValue(), Sounds.Cue.OK, ScanAnswer.Field.CLEAR, ScanAnswer.Stay.UNTIL_NEXT));
      Pictures.write(scene, "voucher-" + face.getKey());
    }
  }
}
