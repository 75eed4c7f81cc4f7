package counterfoil.law.offenders.properties.viewmodel.voucher;

import counterfoil.viewmodel.ScreenWrites;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Shows what it decides, takes what is typed. */
public final class LawfulModel {
  private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper();
  private final StringProperty code = new SimpleStringProperty();

  /** The verdict. */
  public ReadOnlyStringProperty verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /** The code as typed. */
  @ScreenWrites
  public StringProperty codeProperty() {
    return code;
  }
}
