package counterfoil.view.shell;

import counterfoil.view.Subscriptions;
import counterfoil.view.View;
import counterfoil.view.control.SegmentedControl;
import counterfoil.view.control.Switch;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.Theme;
import counterfoil.viewmodel.shell.SettingsViewModel;
import counterfoil.viewmodel.shell.SettingsViewModel.Section;
import java.text.Normalizer;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.VBox;

/** The settings form: sections at the left, one at a time. */
public final class SettingsView implements View {
  private static final List<Language> LANGUAGES = List.of(Language.ZH_CN, Language.EN);
  private static final List<Theme> THEMES = List.of(Theme.LIGHT, Theme.DARK);
  private static final List<Integer> SCALES = List.of(100, 125, 150, 175, 200);

  private final SettingsViewModel model;
  private final Texts texts;
  private final Subscriptions subscriptions = new Subscriptions();

  @FXML private NavItem generalSection;
  @FXML private NavItem scannerSection;
  @FXML private NavItem soundSection;
  @FXML private VBox general;
  @FXML private VBox scanner;
  @FXML private VBox sound;
  @FXML private SegmentedControl language;
  @FXML private SegmentedControl theme;
  @FXML private SegmentedControl scale;
  @FXML private Switch keyHints;
  @FXML private Switch motion;
  @FXML private TextField interval;
  @FXML private TextField bounce;
  @FXML private Switch stripping;
  @FXML private TextField prefix;
  @FXML private TextField suffix;
  @FXML private Switch endKeyOnly;
  @FXML private Switch muted;
  @FXML private Label volumeValue;
  @FXML private Slider volume;
  @FXML private Button tryOut;

  /** A form for {@code model}. */
  public SettingsView(SettingsViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    language.setOptions(LANGUAGES.stream().map(Language::ownName).toList());
    theme.setOptions(List.of(texts.say("settings.theme.light"), texts.say("settings.theme.dark")));
    scale.setOptions(SCALES.stream().map(size -> size + " %").toList());
    generalSection.setOnAction(_ -> model.sectionProperty().set(Section.GENERAL));
    scannerSection.setOnAction(_ -> model.sectionProperty().set(Section.SCANNER));
    soundSection.setOnAction(_ -> model.sectionProperty().set(Section.SOUND));
    tryOut.setOnAction(_ -> model.tryOut().execute());
  }

  @Override
  public void activate() {
    Preferences kept = model.preferences();
    subscriptions.follow(model.sectionProperty(), this::show);
    choose(language, kept.languageProperty(), LANGUAGES);
    choose(theme, kept.themeProperty(), THEMES);
    choose(scale, kept.scaleProperty().asObject(), SCALES);
    subscriptions.bindBoth(keyHints.selectedProperty(), kept.keyHintsProperty());
    subscriptions.bindBoth(motion.selectedProperty(), kept.reducedMotionProperty());
    subscriptions.bindBoth(stripping.selectedProperty(), kept.strippingProperty());
    subscriptions.bindBoth(muted.selectedProperty(), kept.mutedProperty());
    subscriptions.bindBoth(volume.valueProperty(), kept.volumeProperty());
    subscriptions.follow(
        kept.volumeProperty(), now -> volumeValue.setText(texts.say("settings.percent", now)));
    number(interval, kept.gunIntervalProperty(), 5, 80);
    number(bounce, kept.bounceSecondsProperty(), 0, 60);
    affix(prefix, kept.prefixProperty());
    affix(suffix, kept.suffixProperty());
    subscriptions.bindBoth(endKeyOnly.selectedProperty(), kept.endKeyOnlyProperty());
  }

  @Override
  public void deactivate() {
    subscriptions.close();
  }

  private void show(Section now) {
    present(general, now == Section.GENERAL);
    present(scanner, now == Section.SCANNER);
    present(sound, now == Section.SOUND);
    generalSection.currentProperty().set(now == Section.GENERAL);
    scannerSection.currentProperty().set(now == Section.SCANNER);
    soundSection.currentProperty().set(now == Section.SOUND);
  }

  private static void present(VBox form, boolean wanted) {
    form.setVisible(wanted);
    form.setManaged(wanted);
  }

  private <T> void choose(SegmentedControl control, Property<T> value, List<T> options) {
    subscriptions.follow(value, now -> control.selectedProperty().set(options.indexOf(now)));
    subscriptions.follow(
        control.selectedProperty(),
        place -> {
          if (place.intValue() >= 0) {
            value.setValue(options.get(place.intValue()));
          }
        });
  }

  /** What a scanner puts round a code: not more of it than can be taken off again. */
  private void affix(TextField field, StringProperty value) {
    field.setTextFormatter(
        new TextFormatter<>(
            change ->
                change.getControlNewText().length() <= Preferences.MOST_AFFIX ? change : null));
    subscriptions.bindBoth(field.textProperty(), value);
  }

  /** A number takes effect when it is whole and within its bounds; anything else is put back. */
  private void number(TextField field, IntegerProperty value, int least, int most) {
    subscriptions.follow(value, now -> field.setText(Integer.toString(now.intValue())));
    Runnable take =
        () -> {
          String digits = Normalizer.normalize(field.getText().strip(), Normalizer.Form.NFKC);
          if (digits.matches("\\d{1,4}")) {
            value.set(Math.clamp(Integer.parseInt(digits), least, most));
          }
          field.setText(Integer.toString(value.get()));
        };
    field.setOnAction(_ -> take.run());
    subscriptions.follow(
        field.focusedProperty(),
        focused -> {
          if (!focused) {
            take.run();
          }
        });
  }
}
