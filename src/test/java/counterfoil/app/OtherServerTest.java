package counterfoil.app;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.app.Installation.Result;
import counterfoil.client.remote.ServerAddress;
import counterfoil.client.work.Connection;
import counterfoil.client.work.ScanOutcome;
import counterfoil.client.work.SignInAnswer;
import counterfoil.domain.calendar.TenantCalendar;
import counterfoil.fixture.Stores;
import counterfoil.server.http.HttpSettings;
import counterfoil.server.store.Store;
import counterfoil.server.work.Tenants;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address of the server changes; whose business answers there decides which folder is used. */
@DisplayName("A device whose server's address changes")
final class OtherServerTest {
  private static final String PASSWORD = "a-second-password";

  @TempDir Path folder;
  private final counterfoil.fixture.RunningServer server =
      counterfoil.fixture.RunningServer.start(Stores.Kind.SQLITE);
  private final World world = new World(server.clock());
  private RunningServer stranger;

  @BeforeEach
  void startAnotherBusiness() throws Exception {
    Path data = folder.resolve("stranger");
    Store store = Store.embedded(data, world.random());
    assertThat(
            new Tenants(store, world.surroundings(null, World.TOMBSTONES_KEPT))
                .init(
                    new Tenants.NewTenant(
                        "other", "另一家", TenantCalendar.USUAL_ZONE, "admin", PASSWORD)))
        .isInstanceOf(Tenants.Done.class);
    stranger =
        RunningServer.start(
            store,
            RunningServer.Folders.embedded(data),
            HttpSettings.loopback(0),
            World.TOMBSTONES_KEPT,
            world);
  }

  @AfterEach
  void stop() throws Exception {
    stranger.close();
    server.close();
  }

  private static ServerAddress at(URI address) {
    return ((ServerAddress.Fits) ServerAddress.read(address.toString())).address();
  }

  private Station connect(Installation device, URI address) throws InterruptedException {
    Result result = device.connect(at(address));
    assertThat(result).isInstanceOf(Result.Ready.class);
    return ((Result.Ready) result).station();
  }

  private void signIn(Station station) throws InterruptedException {
    var account = server.counter();
    assertThat(station.signIn().signIn(account.username(), account.password().toCharArray()))
        .isInstanceOf(SignInAnswer.SignedIn.class);
    until(station, () -> station.firstSync().progress().whole());
  }

  /** Waits until the exchange has come so far; each change of its state looks again. */
  private static void until(Station station, BooleanSupplier there) throws InterruptedException {
    Semaphore changed = new Semaphore(1);
    Connection.Subscription watching = station.connection().onChange(changed::release);
    station.connection().syncNow();
    do {
      assertThat(changed.tryAcquire(30, TimeUnit.SECONDS)).as("the exchange goes on").isTrue();
    } while (!there.getAsBoolean());
    watching.close();
  }

  private static String device(Station station) {
    return station.signIn().account().orElseThrow().device();
  }

  /** Serves a customer while nobody answers, so that something waits. */
  private void serveAlone(Station station) {
    assertThat(station.counter().redeem(server.freshCode().code()))
        .isInstanceOfAny(ScanOutcome.Unanswered.class, ScanOutcome.Redeemed.class);
    assertThat(station.connection().status().queue()).isEqualTo(1);
  }

  @Test
  void keepsWhatWaitsForItsOwnBusinessAndSendsNothingOfItToAnother() throws Exception {
    try (Installation device = new Installation(world, folder.resolve("device"))) {
      String own;
      URI before;
      try (var node = server.node()) {
        before = node.address();
        Station station = connect(device, node.address());
        signIn(station);
        own = device(station);
        node.stop();
        serveAlone(station);
      }

      Station away = connect(device, stranger.address());
      assertThat(device.store()).isEqualTo(folder.resolve("device").resolve("client-2"));
      assertThat(device.leftBehind())
          .isEqualTo(List.of(new ServerFolders.LeftBehind(1, at(before).text())));
      assertThat(away.signIn().before().queue()).isZero();
      assertThat(away.signIn().signIn("admin", PASSWORD.toCharArray()))
          .isInstanceOf(SignInAnswer.SignedIn.class);
      assertThat(device(away)).isNotEqualTo(own);

      Station back = connect(device, server.address());
      assertThat(device.store()).isEqualTo(folder.resolve("device").resolve("client"));
      signIn(back);
      until(back, () -> back.connection().status().queue() == 0);
      assertThat(device(back)).as("the same device behind another address").isEqualTo(own);
      assertThat(device.leftBehind()).isEmpty();
    }
    try (Installation again = new Installation(world, folder.resolve("device"))) {
      assertThat(again.kept()).contains(at(server.address()));
      assertThat(again.store()).isEqualTo(folder.resolve("device").resolve("client"));
    }
  }

  @Test
  void refusesToSignInWhereAnotherBusinessAnswersAtItsAddress() throws Exception {
    try (Installation device = new Installation(world, folder.resolve("device"))) {
      signIn(connect(device, server.address()));
      Result result = device.resume(at(stranger.address()));
      Station station = ((Result.Ready) result).station();
      var account = server.counter();
      assertThat(station.signIn().signIn(account.username(), account.password().toCharArray()))
          .isEqualTo(new SignInAnswer.OtherBusiness());
    }
  }

  @Test
  void opensNothingWhenTheServerDoesNotSayWhoseItIs() throws Exception {
    try (Installation device = new Installation(world, folder.resolve("device"))) {
      signIn(connect(device, server.address()));
      URI gone;
      try (var node = server.node()) {
        gone = node.address();
      }
      assertThat(device.connect(at(gone))).isEqualTo(new Result.NoAnswer());
      assertThat(device.kept()).contains(at(server.address()));
    }
  }
}
