package counterfoil.viewmodel.shell;

import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.Wording;
import java.util.List;

/** The keys that work now. Only what is built is listed. */
public final class ShortcutsViewModel {
  private final boolean redeems;
  private final Command close;

  /**
   * A key, or keys pressed together.
   *
   * @param what what it does
   * @param caps the inscriptions
   */
  public record Shortcut(Wording what, List<String> caps) {
    private static Shortcut of(String key, String... caps) {
      return new Shortcut(Wording.of(key), List.of(caps));
    }
  }

  /**
   * The keys of a person.
   *
   * @param redeems whether the voucher screen is theirs
   * @param close closes the overview
   */
  public ShortcutsViewModel(boolean redeems, Runnable close) {
    this.redeems = redeems;
    this.close = Command.of(close);
  }

  /** The keys that hold on every screen. */
  public List<Shortcut> everywhere() {
    return List.of(
        Shortcut.of("shortcuts.help", "F1"),
        Shortcut.of("shortcuts.back", "Esc"),
        Shortcut.of("shortcuts.sync", "F5"),
        Shortcut.of("shortcuts.places", "Alt", "1–4"),
        Shortcut.of("shortcuts.settings", "Ctrl", ","),
        Shortcut.of("shortcuts.lock", "Ctrl", "L"),
        Shortcut.of("shortcuts.theme", "Ctrl", "Shift", "L"));
  }

  /** The keys of the voucher screen; none for who may not redeem. */
  public List<Shortcut> voucher() {
    if (!redeems) {
      return List.of();
    }
    return List.of(
        Shortcut.of("shortcuts.end", "Enter"),
        Shortcut.of("shortcuts.look-up", "F6"),
        Shortcut.of("shortcuts.picture", "F8"),
        Shortcut.of("shortcuts.paste", "Ctrl", "V"),
        Shortcut.of("shortcuts.mute", "F9"),
        Shortcut.of("shortcuts.undo", "Ctrl", "Z"),
        Shortcut.of("shortcuts.hand-over", "Ctrl", "↵"),
        Shortcut.of("shortcuts.ask-again", "F12"),
        Shortcut.of("shortcuts.clear", "Esc"));
  }

  /** Closes the overview. */
  public Command close() {
    return close;
  }
}
