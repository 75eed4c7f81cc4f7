package counterfoil.app;

import counterfoil.client.remote.ServerAddress;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.port.Background;
import counterfoil.viewmodel.shell.FirstRunDesk;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Sets a new device up: for the sample business, or for a server that answered. */
final class FirstRunSetup implements FirstRunDesk {
  private final Installation installation;
  private final ServerProbe probe;
  private final Background background;
  private final ZoneId zone;
  private final Consumer<Installation.Result> next;
  private @Nullable ServerAddress found;

  /**
   * A setup.
   *
   * @param zone of this computer, for the days of a certificate
   * @param next goes on with what opening the store came to
   */
  FirstRunSetup(
      Installation installation,
      ServerProbe probe,
      Background background,
      ZoneId zone,
      Consumer<Installation.Result> next) {
    this.installation = installation;
    this.probe = probe;
    this.background = background;
    this.zone = zone;
    this.next = next;
  }

  @Override
  public void trySample(Consumer<Step> step) {
    step.accept(new Step.Working(Wording.of("first-run.sample.working")));
    open(installation::trySample, step);
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
        ask(fits, step);
      }
    }
  }

  private void ask(ServerAddress address, Consumer<Step> step) {
    boolean[] told = new boolean[1];
    background.run(
        () -> probe.look(address),
        finding -> {
          told[0] = true;
          found = finding instanceof ServerProbe.Finding.Ours ? address : null;
          step.accept(words(finding, address));
        },
        () -> {
          if (!told[0]) {
            step.accept(new Step.Failed(Wording.of("first-run.connect.no-answer")));
          }
        });
  }

  private Step words(ServerProbe.Finding finding, ServerAddress address) {
    return switch (finding) {
      case ServerProbe.Finding.Ours(Optional<X509Certificate> certificate) ->
          new Step.Found(
              address.text(),
              certificate
                  .<Wording>map(one -> identity("first-run.connect.certified", one))
                  .orElse(Wording.of("first-run.connect.this-machine")));
      case ServerProbe.Finding.NotReady() -> failed("first-run.connect.not-ready");
      case ServerProbe.Finding.Stranger() -> failed("first-run.connect.stranger");
      case ServerProbe.Finding.NoSuchHost() ->
          new Step.Failed(Wording.of("first-run.connect.no-such-host", address.uri().getHost()));
      case ServerProbe.Finding.NobodyListens() -> failed("first-run.connect.nobody-listens");
      case ServerProbe.Finding.NoAnswer() -> failed("first-run.connect.no-answer");
      case ServerProbe.Finding.NoTls() -> failed("first-run.connect.no-tls");
      case ServerProbe.Finding.Distrusted(
              ServerProbe.Flaw why,
              Optional<X509Certificate> certificate) ->
          new Step.Failed(distrusted(why, certificate));
    };
  }

  private static Step failed(String key) {
    return new Step.Failed(Wording.of(key));
  }

  private Wording distrusted(ServerProbe.Flaw why, Optional<X509Certificate> certificate) {
    String key =
        switch (why) {
          case UNKNOWN_ISSUER -> "first-run.connect.unknown-issuer";
          case OTHER_NAME -> "first-run.connect.other-name";
          case OUT_OF_DATE -> "first-run.connect.out-of-date";
        };
    return Wording.of(
        key,
        certificate
            .<Wording>map(one -> identity("first-run.connect.certificate", one))
            .orElse(Wording.none()));
  }

  /** Whose certificate it is, as a person compares it with what the administrator says. */
  private Wording identity(String key, X509Certificate certificate) {
    return Wording.of(
        key,
        name(certificate.getSubjectX500Principal()),
        name(certificate.getIssuerX500Principal()),
        new Wording.Day(certificate.getNotAfter().toInstant().atZone(zone).toLocalDate()),
        fingerprint(certificate));
  }

  private static String name(X500Principal whose) {
    try {
      return new LdapName(whose.getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(Object::toString)
              .findFirst()
              .orElse(whose.getName());
    } catch (InvalidNameException _) {
      return whose.getName();
    }
  }

  /** SHA-256 over the whole certificate, in groups of four as administrators read it out. */
  private static String fingerprint(X509Certificate certificate) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of()
          .formatHex(hash)
          .toUpperCase(Locale.ROOT)
          .replaceAll("(.{4})(?!$)", "$1 ");
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void connect(Consumer<Step> step) {
    ServerAddress address = found;
    if (address == null) {
      step.accept(new Step.Failed(Wording.of("first-run.connect.not-an-address")));
      return;
    }
    open(() -> installation.connect(address), step);
  }

  private void open(Callable<Installation.Result> act, Consumer<Step> step) {
    boolean[] opened = new boolean[1];
    background.run(
        act,
        result -> {
          opened[0] = true;
          if (result instanceof Installation.Result.NoAnswer) {
            step.accept(failed("first-run.connect.no-answer"));
            return;
          }
          step.accept(new Step.Done());
          next.accept(result);
        },
        () -> {
          if (!opened[0]) {
            step.accept(new Step.Failed(Wording.of("first-run.broken-off")));
          }
        });
  }
}
