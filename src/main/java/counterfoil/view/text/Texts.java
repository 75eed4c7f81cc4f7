package counterfoil.view.text;

import counterfoil.viewmodel.Language;
import counterfoil.viewmodel.Wording;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;

/** Speaks wordings in the language of the moment. */
public final class Texts {
  private static final String BUNDLE = "counterfoil.i18n.messages";

  private final ObservableValue<Language> language;
  private final Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);
  private final Map<Language, Formats> formats = new EnumMap<>(Language.class);

  /** Speaks whatever {@code language} holds. */
  public Texts(ObservableValue<Language> language) {
    this.language = language;
    for (Language each : Language.values()) {
      ResourceBundle bundle =
          ResourceBundle.getBundle(
              BUNDLE,
              each.locale(),
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      bundles.put(each, bundle);
      formats.put(each, new Formats(bundle, each.locale()));
    }
  }

  /** The language of the moment. */
  public Language language() {
    return language.getValue();
  }

  /** The bundle of the moment, for FXML. */
  public ResourceBundle bundle() {
    return require(bundles);
  }

  /** Says a text of the bundle. */
  public String say(String key, Object... arguments) {
    return say(Wording.of(key, arguments));
  }

  /** Says a wording. */
  public String say(Wording wording) {
    Formats form = require(formats);
    return switch (wording) {
      case Wording.Phrase phrase -> phrase(phrase);
      case Wording.Literal(String text) -> text;
      case Wording.Amount(long fen) -> form.amount(fen);
      case Wording.PlainAmount(long fen) -> form.plainAmount(fen);
      case Wording.Time(var at) -> form.time(at);
      case Wording.Clock(var at) -> form.clock(at);
      case Wording.Day(var on) -> form.day(on);
      case Wording.ShortDay(var on) -> form.shortDay(on);
      case Wording.RowDay(var on) -> form.rowDay(on);
      case Wording.Weekday(var on) -> form.weekday(on);
      case Wording.WeekdayName(var on) -> form.weekdayName(on);
      case Wording.Moment(var at) -> form.moment(at);
      case Wording.Span(var length) -> form.span(length);
      case Wording.RoughSpan(var length) -> form.roughSpan(length);
      case Wording.Joined(var parts) ->
          parts.stream()
              .filter(part -> !part.isEmpty())
              .map(this::say)
              .collect(Collectors.joining(" · "));
    };
  }

  /** Says a wording that begins a line: in English with a capital. */
  public String capital(Wording wording) {
    String said = say(wording);
    return said.isEmpty()
        ? said
        : said.substring(0, 1).toUpperCase(language().locale()) + said.substring(1);
  }

  private String phrase(Wording.Phrase phrase) {
    String pattern = bundle().getString(phrase.key());
    if (phrase.arguments().isEmpty()) {
      return pattern;
    }
    Object[] said =
        phrase.arguments().stream().map(one -> one instanceof Wording w ? say(w) : one).toArray();
    return new MessageFormat(pattern, Locale.ROOT).format(said);
  }

  private <T> T require(Map<Language, T> each) {
    T found = each.get(language.getValue());
    if (found == null) {
      throw new IllegalStateException("no texts for " + language.getValue());
    }
    return found;
  }
}
