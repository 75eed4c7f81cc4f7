package counterfoil.app;

import counterfoil.client.remote.ServerAddress;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Background;
import counterfoil.viewmodel.shell.FirstRunDesk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sets a new device up: for the sample business, or for a server that answered. */
final class FirstRunSetup implements FirstRunDesk {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Installation installation;
  private final Background background;
  private final Executor fx;
  private final Consumer<Station> ready;
  private @Nullable ServerAddress found;

  FirstRunSetup(
      Installation installation, Background background, Executor fx, Consumer<Station> ready) {
    this.installation = installation;
    this.background = background;
    this.fx = fx;
    this.ready = ready;
  }

  @Override
  public void trySample(Consumer<Step> step) {
    step.accept(new Step.Working(Wording.of("first-run.sample.working")));
    background.run(installation::trySample, result -> end(result, step));
  }

  @Override
  public void test(String address, Consumer<Step> step) {
    switch (ServerAddress.read(address)) {
      case ServerAddress.NotAnAddress() ->
          step.accept(new Step.Failed(Wording.of("first-run.connect.not-an-address")));
      case ServerAddress.NeedsTls() ->
          step.accept(new Step.Failed(Wording.of("first-run.connect.needs-tls")));
      case ServerAddress.Fits(ServerAddress fits) -> {
        step.accept(new Step.Working(Wording.of("first-run.connect.testing")));
        background.run(() -> answers(fits), yes -> tested(fits, yes, step));
      }
    }
  }

  private void tested(ServerAddress address, boolean answered, Consumer<Step> step) {
    if (!answered) {
      step.accept(new Step.Failed(Wording.of("first-run.connect.no-answer")));
      return;
    }
    found = address;
    boolean secure = "https".equals(address.uri().getScheme());
    step.accept(
        new Step.Found(
            address.text(),
            Wording.of(secure ? "first-run.connect.certified" : "first-run.connect.this-machine")));
  }

  private static boolean answers(ServerAddress address) throws InterruptedException {
    URI health = address.uri().resolve("/health/ready");
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest request = HttpRequest.newBuilder(health).timeout(PATIENCE).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException unreachable) {
      return false;
    }
  }

  @Override
  public void connect(Consumer<Step> step) {
    ServerAddress address = found;
    if (address == null) {
      step.accept(new Step.Failed(Wording.of("first-run.connect.not-an-address")));
      return;
    }
    background.run(() -> installation.connect(address), result -> end(result, step));
  }

  private void end(Installation.Result result, Consumer<Step> step) {
    switch (result) {
      case Installation.Result.Ready(Station station) -> {
        step.accept(new Step.Done());
        fx.execute(() -> ready.accept(station));
      }
      case Installation.Result.NotUsable(String key) ->
          step.accept(new Step.Failed(Wording.of(key)));
    }
  }
}
