package counterfoil.app;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.client.remote.ServerAddress;
import counterfoil.client.work.ScanOutcome;
import counterfoil.client.work.SignInAnswer;
import counterfoil.domain.calendar.TenantCalendar;
import counterfoil.fixture.RunningServer;
import counterfoil.fixture.Stores;
import counterfoil.server.work.SampleBusiness;
import counterfoil.server.work.Tenants;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A device at a server of two companies")
final class TwoTenantsTest {
  @TempDir Path folder;
  private final RunningServer server = RunningServer.start(Stores.Kind.SQLITE);
  private final SampleBusiness.Account account = server.counter();

  @AfterEach
  void stop() {
    server.close();
  }

  private void secondCompany() {
    assertThat(
            server
                .tenants()
                .init(
                    new Tenants.NewTenant(
                        "second", "第二商行", TenantCalendar.USUAL_ZONE, "admin", "second-password")))
        .isInstanceOf(Tenants.Done.class);
  }

  private Station open() {
    ServerAddress.Reading address = ServerAddress.read(server.address().toString());
    Station.Opening opening =
        Station.open(
            folder.resolve("client"),
            ((ServerAddress.Fits) address).address(),
            "till",
            new World(server.clock()));
    return ((Station.Opening.Ready) opening).station();
  }

  private SignInAnswer signIn(Station station) {
    return station.signIn().signIn(account.username(), account.password().toCharArray());
  }

  @Test
  void asksForTheCompanyOnceAndRemembersItWithTheFolder() {
    secondCompany();
    try (Station station = open()) {
      assertThat(signIn(station)).isEqualTo(new SignInAnswer.CompanyNeeded());
      station.signIn().nameCompany("nowhere");
      assertThat(signIn(station)).isEqualTo(new SignInAnswer.Wrong(OptionalInt.of(4)));
      assertThat(station.signIn().before().company()).isEqualTo("nowhere");
      assertThat(station.signIn().before().enrolled()).isFalse();
    }
    try (Station station = open()) {
      station.signIn().nameCompany(SampleBusiness.TENANT);
      assertThat(signIn(station)).isInstanceOf(SignInAnswer.SignedIn.class);
      assertThat(station.counter().redeem(server.freshCode().code()))
          .isInstanceOf(ScanOutcome.Redeemed.class);
    }
    try (Station station = open()) {
      assertThat(signIn(station)).isInstanceOf(SignInAnswer.SignedIn.class);
    }
  }

  @Test
  void isAskedNothingWhenASecondCompanyComesAfterItWasEnrolled() {
    try (Station station = open()) {
      assertThat(signIn(station)).isInstanceOf(SignInAnswer.SignedIn.class);
    }
    secondCompany();
    try (Station station = open()) {
      assertThat(signIn(station)).isInstanceOf(SignInAnswer.SignedIn.class);
    }
  }

  @Test
  void changesAFirstPasswordAtTheCompanyThatWasNamed() {
    secondCompany();
    assertThat(server.tenants().resetAdmin("second", "admin", "first-password"))
        .isInstanceOf(Tenants.Done.class);
    try (Station station = open()) {
      station.signIn().nameCompany("第二商行");
      assertThat(station.signIn().signIn("admin", "first-password".toCharArray()))
          .isEqualTo(new SignInAnswer.MustChangePassword());
      assertThat(
              station
                  .signIn()
                  .changePassword("admin", "first-password".toCharArray(), "short".toCharArray()))
          .isEqualTo(new SignInAnswer.PasswordNotTaken());
      assertThat(
              station
                  .signIn()
                  .changePassword(
                      "admin", "first-password".toCharArray(), "another-password".toCharArray()))
          .isInstanceOf(SignInAnswer.SignedIn.class);
    }
    try (Station station = open()) {
      assertThat(station.signIn().signIn("admin", "another-password".toCharArray()))
          .isInstanceOf(SignInAnswer.SignedIn.class);
    }
  }

  @Test
  void learnsAPasswordThatWasChangedElsewhereByTheOneBefore() {
    secondCompany();
    try (Station station = open()) {
      station.signIn().nameCompany("second");
      assertThat(station.signIn().signIn("admin", "second-password".toCharArray()))
          .isInstanceOf(SignInAnswer.SignedIn.class);
    }
    server.tenants().resetAdmin("second", "admin", "first-password");
    try (Station station = open()) {
      assertThat(station.signIn().signIn("admin", "first-password".toCharArray()))
          .isEqualTo(new SignInAnswer.WrongHere());
      assertThat(
              station
                  .signIn()
                  .signInAfterChange(
                      "admin", "second-password".toCharArray(), "first-password".toCharArray()))
          .isEqualTo(new SignInAnswer.MustChangePassword());
      assertThat(
              station
                  .signIn()
                  .changePassword(
                      "admin", "first-password".toCharArray(), "another-password".toCharArray()))
          .isInstanceOf(SignInAnswer.SignedIn.class);
    }
  }
}
