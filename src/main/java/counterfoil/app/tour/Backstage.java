package counterfoil.app.tour;

import counterfoil.view.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import javafx.stage.Stage;

/** What goes on behind the scene: the program, its line to the server, a second counter. */
public interface Backstage {
  /** The window of the program. */
  Stage stage();

  /** What the program says, in the language of the moment. */
  Texts texts();

  /** Ends the program and starts it again on the same folder and in the same window. */
  void startAgain();

  /** The line between the program and its server. */
  Line line();

  /** Chooses a file in the system's next dialog. */
  void choose(Path file);

  /** Where the program keeps its data, and the tour its files, until it is over. */
  Path folder();

  /** Redeems a code at another counter, which the line does not serve. */
  void redeemElsewhere(String code) throws IOException;
}
