package counterfoil.view;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.device.PictureDecoder;
import counterfoil.client.work.PictureScan;
import counterfoil.client.work.SigningIn;
import counterfoil.fixture.Fx;
import counterfoil.fixture.HandTimer;
import counterfoil.fixture.PaperCounter;
import counterfoil.fixture.PaperPorts;
import counterfoil.fixture.PaperSession;
import counterfoil.fixture.Reachable;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.shell.LockViewModel;
import counterfoil.viewmodel.shell.SignInCounter;
import counterfoil.viewmodel.shell.SignInViewModel;
import counterfoil.viewmodel.voucher.CounterDesk;
import counterfoil.viewmodel.voucher.VerdictWords;
import counterfoil.viewmodel.voucher.VoucherScanViewModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Work is done elsewhere; whatever a view could follow changes on its own thread alone. */
@DisplayName("What a view follows")
final class InterfaceThreadTest {
  private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");

  private final ExecutorService workers = Executors.newFixedThreadPool(2);
  private final Set<String> changedOn = ConcurrentHashMap.newKeySet();
  private final Set<String> workedOn = ConcurrentHashMap.newKeySet();
  private final FxBackground background =
      new FxBackground(
          work ->
              workers.execute(
                  () -> {
                    workedOn.add(Thread.currentThread().getName());
                    work.run();
                  }),
          new FxThread(),
          fault -> {
            throw new AssertionError(fault);
          });

  @AfterEach
  void stop() {
    workers.shutdownNow();
  }

  /** Notes the thread of every change of everything observable behind {@code model}. */
  private <M> M watched(M model) {
    InvalidationListener note = _ -> changedOn.add(Thread.currentThread().getName());
    Reachable.from(List.of(model)).stream()
        .filter(Observable.class::isInstance)
        .map(Observable.class::cast)
        .forEach(each -> each.addListener(note));
    return model;
  }

  private void assertThatOnlyTheInterfaceThreadChangedAnything() {
    assertThat(workedOn).as("threads that worked").isNotEmpty().doesNotContain(fxThread());
    assertThat(changedOn).as("threads that changed something").containsExactly(fxThread());
  }

  private static String fxThread() {
    return Fx.call(() -> Thread.currentThread().getName());
  }

  private static void await(CountDownLatch done) throws InterruptedException {
    assertThat(done.await(20, TimeUnit.SECONDS)).as("the answer came").isTrue();
  }

  @Test
  void changesOnItsThreadWhileTheCounterWorks() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(3);
    Fx.run(
        () -> {
          CounterDesk desk =
              new CounterDesk(
                  new PaperCounter(),
                  new PictureScan(new PictureDecoder(PictureDecoder.defaultSymbologies())),
                  background,
                  new CounterDesk.Place(
                      ZoneId.of("Asia/Shanghai"), () -> NOW, new VerdictWords.Here("s", "d")));
          PaperPorts ports = new PaperPorts();
          VoucherScanViewModel screen =
              watched(
                  new VoucherScanViewModel(
                      desk,
                      ports,
                      new HandTimer(),
                      ports,
                      ports,
                      new Preferences(ports, Locale.ENGLISH)));
          screen.activate();
          screen.take("K7QM3XRD9F2T");
          desk.redeem("one", _ -> done.countDown());
          desk.lookUp("two", _ -> done.countDown());
          desk.undo("", _ -> done.countDown());
        });
    await(done);
    assertThatOnlyTheInterfaceThreadChangedAnything();
  }

  @Test
  void changesOnItsThreadWhileSomebodySignsInAndUnlocks() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(2);
    PaperSession session = new PaperSession();
    Fx.run(
        () -> {
          SignInCounter desk =
              new SignInCounter(
                  session,
                  background,
                  new SignInCounter.Known(
                      new SigningIn.Before(
                          "https://hub.example", "PC", "", true, 0, Optional.empty()),
                      "",
                      0,
                      Wording.none(),
                      false,
                      LocalDate.of(2026, 11, 24),
                      NOW),
                  _ -> done.countDown());
          SignInViewModel form =
              watched(
                  new SignInViewModel(
                      desk, new Preferences(new PaperPorts(), Locale.ENGLISH), () -> {}, _ -> {}));
          form.usernameProperty().set("linxiao");
          form.passwordProperty().set("right");
          form.signIn().execute();
          LockViewModel lock =
              watched(new LockViewModel(session, background, "林晓", done::countDown, () -> {}));
          lock.passwordProperty().set("right");
          lock.unlock().execute();
        });
    await(done);
    assertThatOnlyTheInterfaceThreadChangedAnything();
  }
}
