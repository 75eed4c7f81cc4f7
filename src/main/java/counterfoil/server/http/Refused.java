package counterfoil.server.http;

import counterfoil.protocol.Problem;

/** Ends the handling of a request with a problem document. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Refused(Problem problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
