package counterfoil.app;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command speaks.
 *
 * @param in standard input
 * @param out results, for programs to read
 * @param err what went wrong, for people to read
 */
record Console(InputStream in, PrintStream out, PrintStream err) {}
