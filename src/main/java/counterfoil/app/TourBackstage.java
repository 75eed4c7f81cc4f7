package counterfoil.app;

import counterfoil.app.tour.Backstage;
import counterfoil.app.tour.Line;
import counterfoil.client.remote.ServerAddress;
import counterfoil.client.work.ScanOutcome;
import counterfoil.client.work.SignInAnswer;
import counterfoil.server.work.SampleBusiness;
import counterfoil.view.look.Typeface;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.port.Dialogs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Runs the program for the tour, with a line to its server that can be cut. */
final class TourBackstage implements Backstage, AutoCloseable {
  private final World world;
  private final Path folder;
  private final Stage stage;
  private final SampleBusiness.Account other;
  private final Line line;
  private volatile @Nullable URI server;
  private volatile List<Path> chosen = List.of();
  private volatile ClientProgram program;

  /**
   * Starts the program for the first time; on the interface thread.
   *
   * @param folder the device's data
   * @param other who works at the other counter
   */
  TourBackstage(World world, Path folder, SampleBusiness.Account other) throws IOException {
    this.world = world;
    this.folder = folder;
    this.other = other;
    this.line = new Line();
    this.stage = new Stage();
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1_440);
    stage.setHeight(900);
    this.program = program();
    program.show(Typeface.bundled());
  }

  private ClientProgram program() {
    return new ClientProgram(
        world, stage, new Installation(world, folder, this::reach), new Chosen());
  }

  /** What the person would choose in the system's dialogs, which no tour can reach. */
  private final class Chosen implements Dialogs {
    @Override
    public List<Path> choosePictures() {
      return List.copyOf(chosen);
    }

    @Override
    public Optional<Path> saveAs(String name) {
      return chosen.stream().findFirst();
    }
  }

  @Override
  public void choose(Path file) {
    chosen = List.of(file);
  }

  @Override
  public Path folder() {
    return folder;
  }

  private URI reach(URI address) {
    server = address;
    return line.to(address);
  }

  @Override
  public Stage stage() {
    return stage;
  }

  @Override
  public Texts texts() {
    return program.texts();
  }

  @Override
  public Line line() {
    return line;
  }

  @Override
  public void startAgain() {
    end();
    CompletableFuture<ClientProgram> begun = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          ClientProgram next = program();
          next.show(Typeface.bundled());
          begun.complete(next);
        });
    program = begun.join();
  }

  /** Ends the program and waits until its store and server are closed. */
  private void end() {
    CompletableFuture<Thread> closing = new CompletableFuture<>();
    Platform.runLater(() -> closing.complete(program.close()));
    try {
      closing.join().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void redeemElsewhere(String code) throws IOException {
    if (!(ServerAddress.read(String.valueOf(server))
            instanceof ServerAddress.Fits(ServerAddress address)
        && Station.open(folder.resolve("other"), address, "1 号台", world)
            instanceof Station.Opening.Ready(Station station))) {
      throw new IOException("the other counter cannot be opened");
    }
    try (station) {
      SignInAnswer in = station.signIn().signIn(other.username(), other.password().toCharArray());
      if (!(in instanceof SignInAnswer.SignedIn)
          || !(station.counter().redeem(code) instanceof ScanOutcome.Redeemed)) {
        throw new IOException("the other counter did not redeem");
      }
    }
  }

  /** Ends the program. */
  @Override
  public void close() throws IOException {
    end();
    line.close();
  }
}
