package counterfoil.law.offenders.properties.viewmodel.voucher;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Lets the screen write the verdict. */
public final class OffendingModel {
  private final StringProperty verdict = new SimpleStringProperty();

  /** The verdict, for anybody to change. */
  public StringProperty verdictProperty() {
    return verdict;
  }
}
