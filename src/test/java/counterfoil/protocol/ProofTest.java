package counterfoil.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Proofs of possession after RFC 9449, thumbprints after RFC 8037. */
class ProofTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  private static KeyPair keys() throws Exception {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private static String proof(KeyPair keys) {
    return Proof.make(
        keys.getPrivate(),
        Ed25519Key.of(keys.getPublic()),
        new Proof.Subject("GET", "http://127.0.0.1:80/v1/changes?after=x", NOW, "j", "t", "n"));
  }

  @Test
  void aProofReadsBackWhatItWasMadeFor() throws Exception {
    KeyPair keys = keys();
    Proof read = Proof.read(proof(keys)).orElseThrow();
    assertThat(read.key()).isEqualTo(Ed25519Key.of(keys.getPublic()));
    assertThat(read.issuedAt()).isEqualTo(NOW);
    assertThat(read.tokenHash()).isEqualTo(Proof.tokenHash("t"));
    assertThat(read.nonce()).isEqualTo("n");
    assertThat(read.fits("GET", "http://127.0.0.1/v1/changes")).isTrue();
    assertThat(read.fits("POST", "http://127.0.0.1/v1/changes")).isFalse();
    assertThat(read.fits("GET", "https://127.0.0.1/v1/changes")).isFalse();
  }

  @Test
  void aProofWithAnotherSignatureIsNone() throws Exception {
    String mine = proof(keys());
    String theirs = proof(keys());
    String mixed =
        mine.substring(0, mine.lastIndexOf('.')) + theirs.substring(theirs.lastIndexOf('.'));
    assertThat(Proof.read(mixed)).isEmpty();
    assertThat(Proof.read("")).isEmpty();
    assertThat(Proof.read("a.b.c")).isEmpty();
  }

  /** The example of RFC 8037, appendix A.3. */
  @Test
  void theThumbprintIsThatOfTheStandard() {
    Ed25519Key key =
        new Ed25519Key(
            Bytes.ofBase64Url("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo").orElseThrow());
    assertThat(key.thumbprint()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  }
}
