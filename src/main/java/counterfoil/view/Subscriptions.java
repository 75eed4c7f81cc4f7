package counterfoil.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** Everything a view listens to, so that it can let go of all of it at once. */
public final class Subscriptions {
  private final List<Runnable> undo = new ArrayList<>();

  /** Calls {@code act} with the value now and whenever it changes. */
  public <T> void follow(ObservableValue<T> value, Consumer<? super T> act) {
    ChangeListener<T> listener = (_, _, now) -> act.accept(now);
    value.addListener(listener);
    undo.add(() -> value.removeListener(listener));
    act.accept(value.getValue());
  }

  /** Calls {@code act} now and whenever the list changes. */
  public <T> void follow(ObservableList<T> list, Runnable act) {
    ListChangeListener<T> listener = _ -> act.run();
    list.addListener(listener);
    undo.add(() -> list.removeListener(listener));
    act.run();
  }

  /** Keeps {@code target} equal to {@code source}. */
  public <T> void bind(Property<T> target, ObservableValue<? extends T> source) {
    target.bind(source);
    undo.add(target::unbind);
  }

  /** Keeps both equal; {@code source} wins at first. */
  public <T> void bindBoth(Property<T> target, Property<T> source) {
    target.bindBidirectional(source);
    undo.add(() -> target.unbindBidirectional(source));
  }

  /** Has {@code act} run with the rest by {@link #close()}. */
  public void onClose(Runnable act) {
    undo.add(act);
  }

  /** Lets go of everything; the bag may be filled again. */
  public void close() {
    undo.reversed().forEach(Runnable::run);
    undo.clear();
  }
}
