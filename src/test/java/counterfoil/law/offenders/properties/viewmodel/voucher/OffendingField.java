package counterfoil.law.offenders.properties.viewmodel.voucher;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Lets its neighbours write. */
public final class OffendingField {
  final BooleanProperty open = new SimpleBooleanProperty();
}
