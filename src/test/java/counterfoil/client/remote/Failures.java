package counterfoil.client.remote;

import java.util.Optional;

/** Reads error answers as the real remote does. */
public final class Failures {
  private Failures() {}

  /** What an error answer asks for. */
  public static RemoteFailure of(int status, byte[] body) {
    return FailureReader.of(status, FailureReader.problem(body), Optional.empty());
  }
}
