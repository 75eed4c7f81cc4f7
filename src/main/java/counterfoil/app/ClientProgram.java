package counterfoil.app;

import counterfoil.client.device.PictureDecoder;
import counterfoil.client.device.SoundPlayer;
import counterfoil.client.remote.ServerAddress;
import counterfoil.client.work.Account;
import counterfoil.client.work.PictureScan;
import counterfoil.client.work.Sounding;
import counterfoil.domain.rights.CommandType;
import counterfoil.domain.rights.Rights;
import counterfoil.view.FxBackground;
import counterfoil.view.FxClipboard;
import counterfoil.view.FxDialogs;
import counterfoil.view.FxThread;
import counterfoil.view.FxTimer;
import counterfoil.view.ViewLoader;
import counterfoil.view.look.Appearance;
import counterfoil.view.look.Motion;
import counterfoil.view.look.Typeface;
import counterfoil.view.shell.AboutView;
import counterfoil.view.shell.FaultView;
import counterfoil.view.shell.FirstRunView;
import counterfoil.view.shell.FirstSyncView;
import counterfoil.view.shell.InboxView;
import counterfoil.view.shell.LockView;
import counterfoil.view.shell.MainWindow;
import counterfoil.view.shell.SettingsView;
import counterfoil.view.shell.ShellView;
import counterfoil.view.shell.ShortcutsView;
import counterfoil.view.shell.SignInView;
import counterfoil.view.shell.StoreTroubleView;
import counterfoil.view.text.Texts;
import counterfoil.view.voucher.VoucherScanView;
import counterfoil.viewmodel.Preferences;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Dialogs;
import counterfoil.viewmodel.shell.AboutViewModel;
import counterfoil.viewmodel.shell.ConnectionDesk;
import counterfoil.viewmodel.shell.FaultViewModel;
import counterfoil.viewmodel.shell.FirstRunViewModel;
import counterfoil.viewmodel.shell.FirstSyncViewModel;
import counterfoil.viewmodel.shell.IdleWatch;
import counterfoil.viewmodel.shell.InboxAtWork;
import counterfoil.viewmodel.shell.InboxViewModel;
import counterfoil.viewmodel.shell.LockViewModel;
import counterfoil.viewmodel.shell.Person;
import counterfoil.viewmodel.shell.QueueExport;
import counterfoil.viewmodel.shell.SettingsViewModel;
import counterfoil.viewmodel.shell.ShellViewModel;
import counterfoil.viewmodel.shell.ShortcutsViewModel;
import counterfoil.viewmodel.shell.SignInCounter;
import counterfoil.viewmodel.shell.SignInViewModel;
import counterfoil.viewmodel.shell.StoreTroubleDesk;
import counterfoil.viewmodel.shell.StoreTroubleViewModel;
import counterfoil.viewmodel.shell.WindowState;
import counterfoil.viewmodel.voucher.CounterDesk;
import counterfoil.viewmodel.voucher.CounterSounds;
import counterfoil.viewmodel.voucher.VerdictWords;
import counterfoil.viewmodel.voucher.VoucherScanViewModel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The desktop client in its window, wired by hand: first run, sign-in, work. Everything here runs
 * on the interface thread; what takes time goes through {@code Background}.
 */
final class ClientProgram {
  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(5);

  private final World world;
  private final Stage stage;
  private final Installation installation;
  private final ExecutorService workers =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("work-", 0).daemon(true).factory());
  private final FxThread fx = new FxThread();
  private final FxTimer timer = new FxTimer(System::nanoTime);
  private final FxClipboard clipboard = new FxClipboard();
  private final FaultViewModel faults = new FaultViewModel(clipboard);
  private final FxBackground background = new FxBackground(workers, fx, faults::report);
  private final Preferences preferences;
  private final Texts texts;
  private final Motion motion;
  private final WindowState window;
  private final CounterSounds sounds;
  private final Dialogs dialogs;
  private final ViewLoader loader;
  private final FirstRunViewModel firstRun;
  private @Nullable MainWindow main;
  private @Nullable StoreTroubleViewModel storeTrouble;
  private @Nullable SignInViewModel signIn;
  private @Nullable FirstSyncViewModel firstSync;
  private @Nullable LockViewModel lock;
  private @Nullable Desk desk;
  private Runnable touched = () -> {};

  /** The view models of one person's work. */
  private record Desk(
      ShellViewModel shell,
      VoucherScanViewModel voucher,
      InboxViewModel inbox,
      ConnectionDesk connection,
      CounterDesk counter,
      InboxAtWork refused,
      IdleWatch idle) {}

  /**
   * A program on a stage that is not shown yet.
   *
   * @param installation what this device is set up for
   */
  ClientProgram(World world, Stage stage, Installation installation) {
    this(world, stage, installation, null);
  }

  /**
   * The same, asking nobody outside the program.
   *
   * @param answers answers instead of the system's dialogs; null for those
   */
  ClientProgram(World world, Stage stage, Installation installation, @Nullable Dialogs answers) {
    this.world = world;
    this.stage = stage;
    this.installation = installation;
    this.preferences = new Preferences(installation.settings(), Locale.getDefault());
    this.texts = new Texts(preferences.languageProperty());
    this.sounds = new CounterSounds(new Sounding(new SoundPlayer(workers)), preferences);
    this.dialogs = answers == null ? new FxDialogs(() -> stage, texts) : answers;
    this.motion = new Motion(preferences.reducedMotionProperty());
    this.loader = new ViewLoader(texts);
    this.window =
        new WindowState(
            installation.kept().isPresent()
                ? WindowState.Stage.STARTING
                : WindowState.Stage.FIRST_RUN);
    this.firstRun =
        new FirstRunViewModel(
            new FirstRunSetup(
                installation,
                new ServerProbe(PROBE_PATIENCE, null),
                background,
                ZoneId.systemDefault(),
                this::opened));
    register();
  }

  private void register() {
    SettingsViewModel settings = new SettingsViewModel(preferences, sounds);
    loader
        .with(FirstRunView.class, () -> new FirstRunView(firstRun, texts, this::otherLanguage))
        .with(
            StoreTroubleView.class,
            () ->
                new StoreTroubleView(
                    Objects.requireNonNull(storeTrouble), texts, this::otherLanguage))
        .with(
            SignInView.class,
            () -> new SignInView(Objects.requireNonNull(signIn), texts, FxThread::capsLock))
        .with(
            FirstSyncView.class, () -> new FirstSyncView(Objects.requireNonNull(firstSync), texts))
        .with(
            LockView.class,
            () ->
                new LockView(
                    Objects.requireNonNull(lock), texts, System::nanoTime, FxThread::capsLock))
        .with(ShellView.class, () -> new ShellView(desk().shell(), texts, loader))
        .with(VoucherScanView.class, () -> new VoucherScanView(desk().voucher(), texts, motion))
        .with(InboxView.class, () -> new InboxView(desk().inbox(), texts))
        .with(SettingsView.class, () -> new SettingsView(settings, texts))
        .with(AboutView.class, () -> new AboutView(about()))
        .with(
            ShortcutsView.class,
            () ->
                new ShortcutsView(
                    new ShortcutsViewModel(
                        desk().shell().person().redeems(),
                        () -> desk().shell().shortcutsProperty().set(false)),
                    texts))
        .with(FaultView.class, () -> new FaultView(faults, texts));
  }

  /** Shows the window: the sign-in where the device belongs to a server, else the first run. */
  void show(Typeface typeface) {
    MainWindow made = new MainWindow(window, faults, preferences, loader, new Appearance(typeface));
    main = made;
    made.onTouch(() -> touched.run());
    stage.setScene(made.scene());
    stage.setTitle("Counterfoil");
    stage.setMinWidth(960);
    stage.setMinHeight(540);
    stage.show();
    installation
        .kept()
        .ifPresent(server -> background.run(() -> installation.resume(server), this::opened));
  }

  private void opened(Installation.Result result) {
    switch (result) {
      case Installation.Result.Ready(Station station) -> showSignIn(station);
      case Installation.Result.NotUsable(StoreTroubleDesk.Kind why) -> showTrouble(why);
      case Installation.Result.NoAnswer() -> {}
    }
  }

  /** The store is shut, so that what lies in it can be taken out or laid aside. */
  private void showTrouble(StoreTroubleDesk.Kind why) {
    background.run(
        () -> {
          installation.close();
          return installation.wayOut().waiting();
        },
        waiting -> {
          storeTrouble =
              new StoreTroubleViewModel(
                  new StoreTrouble(installation, background, why, waiting, this::opened),
                  dialogs,
                  clipboard);
          window.enter(WindowState.Stage.STORE_TROUBLE);
        });
  }

  /** Goes to the choice that a new installation begins with. */
  private void chooseServer() {
    background.run(
        () -> {
          installation.leave();
          return installation.kept().map(ServerAddress::text).orElse("");
        },
        kept -> {
          firstRun.addressProperty().set(kept);
          window.enter(WindowState.Stage.FIRST_RUN);
        });
  }

  private void otherLanguage() {
    preferences.languageProperty().set(preferences.languageProperty().get().other());
  }

  private void showSignIn(Station station) {
    background.run(() -> known(station), known -> showSignIn(station, known));
  }

  private SignInCounter.Known known(Station station) {
    Installation.Seen seen = installation.seen();
    Instant now = world.clock().instant();
    return new SignInCounter.Known(
        station.signIn().before(),
        seen.store(),
        seen.offlineDays(),
        leftBehind(),
        installation.isSample(),
        now.atZone(ZoneId.systemDefault()).toLocalDate(),
        now);
  }

  private Wording leftBehind() {
    Wording[] all =
        installation.leftBehind().stream()
            .map(left -> Wording.of("sign-in.left-behind", left.acts(), left.address()))
            .toArray(Wording[]::new);
    return all.length == 0 ? Wording.none() : Wording.Joined.of(all);
  }

  private void showSignIn(Station station, SignInCounter.Known known) {
    SignInCounter counter =
        new SignInCounter(station.signIn(), background, known, _ -> begin(station));
    signIn = new SignInViewModel(counter, preferences, this::chooseServer, this::showTrouble);
    window.enter(WindowState.Stage.SIGN_IN);
  }

  /** Work begins on a whole cache; until then the first exchange is shown. */
  private void begin(Station station) {
    background.run(
        station.firstSync()::progress,
        progress -> {
          if (progress.whole()) {
            open(station);
            return;
          }
          firstSync =
              new FirstSyncViewModel(
                  station.firstSync(),
                  background,
                  timer,
                  station.connection()::syncNow,
                  () -> open(station),
                  () -> signOut(station));
          window.enter(WindowState.Stage.FIRST_SYNC);
        });
  }

  /** The names and the zone are read once they are there. */
  private void open(Station station) {
    background.run(
        () -> {
          Account account = station.signIn().account().orElseThrow();
          installation.keep(new Installation.Seen(place(account), station.offlineDays()));
          return new Opened(account, station.zone());
        },
        opened -> enter(station, opened.account(), opened.zone()));
  }

  /** The store that a person works in, or the business for who works in none. */
  private static String place(Account account) {
    return account
        .stores()
        .getOrDefault(Station.first(account.actor()).orElse(""), account.tenant());
  }

  private record Opened(Account account, ZoneId zone) {}

  private void enter(Station station, Account account, ZoneId zone) {
    String store = Station.first(account.actor()).orElse("");
    CounterDesk counter =
        new CounterDesk(
            station.counter(),
            new PictureScan(new PictureDecoder(PictureDecoder.defaultSymbologies())),
            background,
            new CounterDesk.Place(
                zone, station.clock(), new VerdictWords.Here(store, account.device())));
    InboxAtWork refused = new InboxAtWork(station.inbox(), background, zone);
    ConnectionDesk connection =
        new ConnectionDesk(
            station.connection(),
            background,
            timer,
            new ConnectionDesk.Place(zone, station.clock()),
            () -> {
              // A locked store cannot be read; unlocking reads it.
              if (window.stageProperty().get() == WindowState.Stage.WORK) {
                counter.refresh();
                refused.refresh();
              }
            });
    counter.whenAnswered(connection::refresh);
    IdleWatch idle =
        new IdleWatch(
            station.signIn(), background, timer, world.clock(), () -> locked(station, account));
    Person person =
        new Person(
            account.name(),
            role(account),
            Wording.literal(place(account)),
            Wording.literal(account.deviceName()),
            Rights.commands(account.actor()).contains(CommandType.VOUCHER_REDEEM),
            installation.isSample(),
            account.readOnly());
    desk =
        new Desk(
            new ShellViewModel(
                person,
                connection,
                preferences,
                new QueueExport(station.wayOut(), background, dialogs),
                new ShellViewModel.Ways(
                    () -> leave(station), idle::lock, () -> leaveSample(station))),
            new VoucherScanViewModel(counter, sounds, timer, dialogs, clipboard, preferences),
            new InboxViewModel(refused),
            connection,
            counter,
            refused,
            idle);
    touched = station.signIn()::touch;
    window.enter(WindowState.Stage.WORK);
  }

  private void locked(Station station, Account account) {
    if (window.stageProperty().get() == WindowState.Stage.WORK) {
      lock =
          new LockViewModel(
              station.signIn(), background, account.name(), this::unlocked, () -> leave(station));
      window.enter(WindowState.Stage.LOCKED);
    }
  }

  private void unlocked() {
    window.enter(WindowState.Stage.WORK);
    desk().counter().refresh();
    desk().refused().refresh();
  }

  private static Wording role(Account account) {
    return account.actor().roles().stream()
        .sorted()
        .findFirst()
        .<Wording>map(role -> Wording.of("role." + role.wire()))
        .orElse(Wording.none());
  }

  private void leave(Station station) {
    stopWatching();
    signOut(station);
  }

  private void leaveSample(Station station) {
    stopWatching();
    background.run(
        () -> {
          station.signIn().signOut();
          return station;
        },
        _ -> chooseServer());
  }

  private void stopWatching() {
    desk().connection().close();
    desk().idle().close();
    touched = () -> {};
  }

  private void signOut(Station station) {
    background.run(
        () -> {
          station.signIn().signOut();
          return station;
        },
        this::showSignIn);
  }

  private Desk desk() {
    return Objects.requireNonNull(desk, "nobody is signed in");
  }

  private AboutViewModel about() {
    return new AboutViewModel(
        World.version(),
        "Java " + Runtime.version().feature() + " · JavaFX " + System.getProperty("javafx.version"),
        installation.folder().toString(),
        installation.address());
  }

  /** What it says, in the language of the moment. */
  Texts texts() {
    return texts;
  }

  /**
   * Lets go of the window at once; store and server are closed behind it, so that the window does
   * not stand frozen. What waits stays queued, also when the process is killed meanwhile.
   *
   * @return the thread that closes them
   */
  Thread close() {
    if (desk != null) {
      desk.connection().close();
      desk.idle().close();
    }
    if (main != null) {
      main.close();
    }
    workers.shutdown();
    return Thread.ofPlatform().name("closing").start(installation::close);
  }
}
