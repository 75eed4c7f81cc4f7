package counterfoil.app;

import counterfoil.client.remote.ServerAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a server of ours answers at an address, and whose certificate it shows. Trusts what
 * the computer trusts; a certificate that it does not trust is told, never taken. Calls block.
 */
final class ServerProbe {
  private static final int HERE = 200;
  private static final int NOT_HERE = 404;
  private static final int UNAVAILABLE = 503;
  private static final long MOST_BYTES = 4 << 20;
  private static final String OURS = "title: Counterfoil";

  private final Duration patience;
  private final @Nullable KeyStore trusted;

  /**
   * A probe.
   *
   * @param patience how long to wait for an answer
   * @param trusted authorities; null for those of the computer
   */
  ServerProbe(Duration patience, @Nullable KeyStore trusted) {
    this.patience = patience;
    this.trusted = trusted;
  }

  /** What was found at an address. */
  sealed interface Finding {
    /**
     * A server of ours.
     *
     * @param certificate its certificate; empty without TLS
     */
    record Ours(Optional<X509Certificate> certificate) implements Finding {}

    /** A server of ours that cannot reach its database at the moment. */
    record NotReady() implements Finding {}

    /** Something else that speaks HTTP. */
    record Stranger() implements Finding {}

    /** No such name. */
    record NoSuchHost() implements Finding {}

    /** The computer is there, and nothing listens at this port. */
    record NobodyListens() implements Finding {}

    /** No answer in time, or none at all. */
    record NoAnswer() implements Finding {}

    /** What answers does not speak TLS. */
    record NoTls() implements Finding {}

    /**
     * A certificate that is not taken.
     *
     * @param why what is wrong with it
     * @param certificate the certificate; empty when it was not shown
     */
    record Distrusted(Flaw why, Optional<X509Certificate> certificate) implements Finding {}
  }

  /** Why a certificate is not taken. */
  enum Flaw {
    /** No authority that this computer trusts stands behind it. */
    UNKNOWN_ISSUER,
    /** It is of another name. */
    OTHER_NAME,
    /** It is out of date or not valid yet, by this computer's clock. */
    OUT_OF_DATE
  }

  /** Looks. */
  Finding look(ServerAddress address) throws InterruptedException {
    Witness witness = witness();
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(patience).sslContext(context(witness)).build()) {
      HttpResponse<String> health = get(client, address, "/health/ready");
      if (health.statusCode() == UNAVAILABLE) {
        return new Finding.NotReady();
      }
      return get(client, address, "/v1/openapi.yaml").body().contains(OURS)
          ? new Finding.Ours(Optional.ofNullable(witness.seen))
          : new Finding.Stranger();
    } catch (IOException e) {
      return finding(e, witness, "https".equals(address.uri().getScheme()));
    }
  }

  /**
   * Whether the server at an address holds a tenant.
   *
   * @throws IOException when it does not answer, or not as a server of ours
   */
  boolean holds(ServerAddress address, String tenant) throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(patience).sslContext(context(witness())).build()) {
      int status = get(client, address, "/health/tenants/" + tenant).statusCode();
      return switch (status) {
        case HERE -> true;
        case NOT_HERE -> false;
        default -> throw new IOException("answered with " + status);
      };
    }
  }

  /** A request's own timeout ends with the headers; a stranger may then be silent for ever. */
  private HttpResponse<String> get(HttpClient client, ServerAddress address, String path)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(
            HttpRequest.newBuilder(address.uri().resolve(path)).build(),
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      client.shutdownNow();
      throw new HttpTimeoutException("no whole answer in time");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
    }
  }

  private static Finding finding(IOException failed, Witness witness, boolean secure) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      Optional<Flaw> flaw = flaw(cause);
      if (flaw.isPresent()) {
        return new Finding.Distrusted(flaw.get(), Optional.ofNullable(witness.seen));
      }
    }
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException _ -> {
          return new Finding.NoSuchHost();
        }
        case UnresolvedAddressException _ -> {
          return new Finding.NoSuchHost();
        }
        case SSLException _ -> {
          return new Finding.NoTls();
        }
        case HttpTimeoutException _ -> {
          return new Finding.NoAnswer();
        }
        default -> {}
      }
    }
    if (failed instanceof ConnectException) {
      return new Finding.NobodyListens();
    }
    // It was reached, and hung up on the first words of TLS.
    return secure && witness.seen == null ? new Finding.NoTls() : new Finding.NoAnswer();
  }

  private static Optional<Flaw> flaw(Throwable cause) {
    return switch (cause) {
      case CertificateExpiredException _ -> Optional.of(Flaw.OUT_OF_DATE);
      case CertificateNotYetValidException _ -> Optional.of(Flaw.OUT_OF_DATE);
      case CertPathBuilderException _ -> Optional.of(Flaw.UNKNOWN_ISSUER);
      case CertPathValidatorException path
          when path.getReason() == CertPathValidatorException.BasicReason.EXPIRED
              || path.getReason() == CertPathValidatorException.BasicReason.NOT_YET_VALID ->
          Optional.of(Flaw.OUT_OF_DATE);
      case CertPathValidatorException _ -> Optional.of(Flaw.UNKNOWN_ISSUER);
      case CertificateException other when other.getCause() == null -> Optional.of(Flaw.OTHER_NAME);
      default -> Optional.empty();
    };
  }

  private static SSLContext context(Witness witness) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {witness}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Witness witness() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager judge) {
          return new Witness(judge);
        }
      }
      throw new IllegalStateException("this Java judges no certificates");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Judges as the computer does, and remembers what it was shown. */
  private static final class Witness extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;
    private volatile @Nullable X509Certificate seen;

    Witness(X509ExtendedTrustManager judge) {
      this.judge = judge;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      seen = chain[0];
      judge.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      seen = chain[0];
      judge.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      seen = chain[0];
      judge.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      judge.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      judge.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      judge.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return judge.getAcceptedIssuers();
    }
  }
}
