package counterfoil.viewmodel.shell;

import counterfoil.client.work.ConnectionStatus.Trouble;
import counterfoil.viewmodel.Wording;

/** Why an exchange failed, and what to do, in words. */
final class TroubleWords {
  private TroubleWords() {}

  static Wording of(Trouble trouble) {
    return switch (trouble) {
      case UNREACHABLE -> Wording.of("trouble.unreachable");
      case TIMED_OUT -> Wording.of("trouble.timed-out");
      case GARBLED -> Wording.of("trouble.garbled");
      case CERTIFICATE -> Wording.of("trouble.certificate");
      case BUSY -> Wording.of("trouble.busy");
      case SIGN_IN -> Wording.of("trouble.sign-in");
      case BLOCKED -> Wording.of("trouble.blocked");
      case TOO_OLD -> Wording.of("trouble.too-old");
      case SERVER -> Wording.of("trouble.server");
    };
  }
}
