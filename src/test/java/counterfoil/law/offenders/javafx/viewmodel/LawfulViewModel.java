package counterfoil.law.offenders.javafx.viewmodel;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Properties and collections, nothing that is drawn. */
public final class LawfulViewModel {
  private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper();
  private final ObservableList<String> recent = FXCollections.observableArrayList();

  /** What the screen says. */
  public ReadOnlyStringProperty verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  /** What it said before. */
  public ObservableList<String> recent() {
    return FXCollections.unmodifiableObservableList(recent);
  }
}
