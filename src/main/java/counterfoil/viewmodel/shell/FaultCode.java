package counterfoil.viewmodel.shell;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A short name for a fault that is the same wherever and whenever the same thing goes wrong: {@code
 * E-CACHE-7F2A}. It is made of the part of the program, the kind of the root cause, and the place
 * in our own code; never of messages, which may hold data.
 */
public final class FaultCode {
  private static final String OWN = "counterfoil.";

  private FaultCode() {}

  /** The code of a fault. */
  public static String of(Throwable fault) {
    Throwable root = root(fault);
    Optional<StackTraceElement> place = place(root).or(() -> place(fault));
    String area = place.map(FaultCode::area).orElse("JAVA");
    CRC32 sum = new CRC32();
    String what =
        root.getClass().getName()
            + place.map(at -> "@" + at.getClassName() + "." + at.getMethodName()).orElse("");
    sum.update(what.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "E-%s-%04X", area, sum.getValue() & 0xFFFF);
  }

  private static Throwable root(Throwable fault) {
    Throwable root = fault;
    for (int depth = 0; depth < 64 && root.getCause() != null; depth++) {
      root = root.getCause();
    }
    return root;
  }

  private static Optional<StackTraceElement> place(Throwable fault) {
    for (StackTraceElement frame : fault.getStackTrace()) {
      if (frame.getClassName().startsWith(OWN)) {
        return Optional.of(frame);
      }
    }
    return Optional.empty();
  }

  private static String area(StackTraceElement frame) {
    String[] parts = frame.getClassName().substring(OWN.length()).split("\\.", 3);
    boolean nested = parts.length > 2 && (parts[0].equals("client") || parts[0].equals("server"));
    return (nested ? parts[1] : parts[0]).toUpperCase(Locale.ROOT);
  }
}
