package counterfoil.viewmodel;

import java.util.Locale;

/** The languages the program speaks. */
public enum Language {
  /** Simplified Chinese. */
  ZH_CN(Locale.SIMPLIFIED_CHINESE, "中文"),
  /** English. */
  EN(Locale.ENGLISH, "English");

  private final Locale locale;
  private final String ownName;

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  /** The locale of dates and of the bundle. */
  public Locale locale() {
    return locale;
  }

  /** The one to switch to. */
  public Language other() {
    return switch (this) {
      case ZH_CN -> EN;
      case EN -> ZH_CN;
    };
  }

  /** Its name in itself, the same in every language. */
  public String ownName() {
    return ownName;
  }
}
