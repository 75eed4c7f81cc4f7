package counterfoil.app;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.remote.ServerAddress;
import counterfoil.client.work.ScanOutcome;
import counterfoil.client.work.SignInAnswer;
import counterfoil.client.work.WayOut;
import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.server.work.SampleBusiness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A device at a server")
final class StationTest {
  @TempDir Path folder;

  private Station open(RunningServer server, World world) {
    ServerAddress.Reading address = ServerAddress.read(server.address().toString());
    Station.Opening opening =
        Station.open(
            folder.resolve("client"), ((ServerAddress.Fits) address).address(), "till", world);
    assertThat(opening).isInstanceOf(Station.Opening.Ready.class);
    return ((Station.Opening.Ready) opening).station();
  }

  private static void signIn(Station station, SampleBusiness.Account account) {
    assertThat(station.signIn().signIn(account.username(), account.password().toCharArray()))
        .isInstanceOf(SignInAnswer.SignedIn.class);
  }

  @Test
  void worksWithAClockThatIsTwoHoursOffSaysSoAndServesNothingWithoutTheServer() {
    try (RunningServer server = RunningServer.start(Stores.Kind.SQLITE)) {
      World late = new World(() -> server.clock().instant().minus(Duration.ofHours(2)));
      try (Station station = open(server, late)) {
        signIn(station, server.counter());

        assertThat(station.connection().status().clockOffset())
            .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
        assertThat(station.counter().redeem(server.freshCode().code()))
            .isInstanceOf(ScanOutcome.Redeemed.class);

        server.stop();
        ScanOutcome alone = station.counter().redeem(server.freshCode().code());
        assertThat(alone)
            .satisfiesAnyOf(
                outcome ->
                    assertThat(outcome)
                        .isInstanceOfSatisfying(
                            ScanOutcome.NotNow.class,
                            not -> assertThat(not.why()).isEqualTo(ScanOutcome.Why.CLOCK_OFF)),
                outcome ->
                    assertThat(outcome)
                        .isInstanceOfSatisfying(
                            ScanOutcome.Unanswered.class,
                            open -> assertThat(open.mayHandOver()).isFalse()));
      }
    }
  }

  @Test
  void takesItsActsOutSignedWhileItIsOpenAndAfterItWasShut() throws Exception {
    try (RunningServer server = RunningServer.start(Stores.Kind.SQLITE)) {
      SampleBusiness.Account account = server.counter();
      Path during = folder.resolve("while.txt");
      Path after = folder.resolve("after.txt");
      World world = new World(server.clock());
      try (Station station = open(server, world)) {
        signIn(station, account);
        assertThat(station.counter().redeem(server.freshCode().code()))
            .isInstanceOf(ScanOutcome.Redeemed.class);
        assertThat(station.wayOut().save(during, "", new char[0]))
            .isEqualTo(new WayOut.Result.Saved(1, true, true));
      }
      WayOut shut = WayOut.ofFolder(folder.resolve("client"), world.random());
      assertThat(shut.waiting()).hasValue(0);
      assertThat(shut.save(after, account.username(), account.password().toCharArray()))
          .isEqualTo(new WayOut.Result.Saved(1, true, true));
      assertThat(shut.save(after, account.username(), "wrong".toCharArray()))
          .isEqualTo(new WayOut.Result.WrongPassword());
      assertThat(Files.readString(after)).isEqualTo(Files.readString(during));
      assertThat(shut.save(folder.resolve("missing").resolve("out.txt"), "", new char[0]))
          .isEqualTo(new WayOut.Result.NotWritten());
    }
  }
}
