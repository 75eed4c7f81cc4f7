package counterfoil.viewmodel.shell;

import counterfoil.client.work.WayOut;
import counterfoil.viewmodel.Wording;
import java.nio.file.Path;

/** What is said of an export of the queue: what is in the file, or what to do. */
final class ExportWords {
  private ExportWords() {}

  static Wording of(WayOut.Result result, Path target) {
    return switch (result) {
      case WayOut.Result.Saved(int acts, boolean complete, boolean signed) ->
          Wording.of(
              complete ? signed ? "export.signed" : "export.unsigned" : "export.in-part",
              acts,
              target.toString());
      case WayOut.Result.WrongPassword() -> Wording.of("export.wrong-password");
      case WayOut.Result.NotWritten() -> Wording.of("export.not-written");
    };
  }
}
