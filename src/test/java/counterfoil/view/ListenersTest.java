package counterfoil.view;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.fixture.Fx;
import counterfoil.fixture.PaperProgram;
import counterfoil.fixture.Reachable;
import counterfoil.view.shell.AboutView;
import counterfoil.view.shell.ShortcutsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What lives on, the view models, must not hold what was left. */
@DisplayName("A view that was left")
final class ListenersTest {
  private static final int TIMES = 3;

  /** What they show does not change while they are in sight. */
  private static final Set<Class<?>> FOLLOW_NOTHING = Set.of(AboutView.class, ShortcutsView.class);

  @TestFactory
  Stream<DynamicTest> isHeldByNoViewModel() {
    return Fx.call(PaperProgram::new).views().stream()
        .map(
            view ->
                DynamicTest.dynamicTest(view.getSimpleName(), () -> Fx.run(() -> comeAndGo(view))));
  }

  private static <V extends View> void comeAndGo(Class<V> type) {
    PaperProgram program = new PaperProgram();
    program.close();
    assertThat(held(program, "counterfoil.view."))
        .as("what view models hold of a window that was closed")
        .isZero();
    ViewLoader.Loaded<V> loaded = program.load(type);
    Scene scene = new Scene(new StackPane(loaded.root()));
    List<Long> held = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      loaded.view().activate();
      held.add(listeners(program));
      loaded.view().deactivate();
      assertThat(held(program, "counterfoil.view."))
          .as("what view models hold of it after time %d", time)
          .isZero();
    }
    scene.setRoot(new StackPane());
    assertThat(held).as("listeners while it is in sight").containsOnly(held.getFirst());
    if (!FOLLOW_NOTHING.contains(type)) {
      assertThat(held.getFirst()).as("it follows its view model").isPositive();
    }
  }

  /** Listeners of views; a scene holds some nodes that are gone until its next pulse. */
  private static long listeners(PaperProgram program) {
    return held(program, "counterfoil.view.Subscriptions$$Lambda");
  }

  private static long held(PaperProgram program, String whose) {
    return Reachable.from(program.models(), program).stream()
        .filter(each -> each.getClass().getName().startsWith(whose))
        .count();
  }
}
