package counterfoil.law.offenders.javafx.client.work;

import javafx.beans.property.SimpleStringProperty;

/** Has properties below the view-models. */
public record OffendingWork(SimpleStringProperty state) {}
