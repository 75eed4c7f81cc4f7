package counterfoil.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import counterfoil.fixture.Stores;
import counterfoil.server.work.SampleBusiness;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A transaction that breaks off leaves nothing, whatever broke it. */
final class BrokenTransactionsTest {
  private static final long FLOOR = 77;

  @ParameterizedTest
  @EnumSource
  void leaveNothingWhenTheMachineRunsOutOfMemory(Stores.Kind kind) {
    leaveNothing(kind, new OutOfMemoryError("as if"));
  }

  @ParameterizedTest
  @EnumSource
  void leaveNothingWhenTheWorkFails(Stores.Kind kind) {
    leaveNothing(kind, new IllegalStateException("as if"));
  }

  private static void leaveNothing(Stores.Kind kind, Throwable fault) {
    Stores.Opened opened = Stores.sample(kind);
    try (Store store = opened.node().get()) {
      String tenant =
          Objects.requireNonNull(store.<String>read(tx -> tx.tenantNamed(SampleBusiness.TENANT)));
      assertThatThrownBy(
              () ->
                  store.write(
                      tx -> {
                        tx.of(tenant).tenant().floor(FLOOR);
                        return breakOff(fault);
                      }))
          .isSameAs(fault);
      assertThat(store.<Boolean>write(tx -> true)).as("the next one goes through").isTrue();
      assertThat(opened.number("SELECT floor_seq FROM tenant")).isNotEqualTo(FLOOR);
    } finally {
      opened.remove().run();
    }
  }

  private static boolean breakOff(Throwable fault) {
    switch (fault) {
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      default -> throw new IllegalArgumentException(fault);
    }
  }
}
