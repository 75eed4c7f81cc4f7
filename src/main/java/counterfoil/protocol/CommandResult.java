package counterfoil.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one command; the same for ever.
 *
 * @param id the command
 * @param target what it acted on, as far as that is known
 * @param outcome applied or refused
 */
public record CommandResult(String id, @Nullable String target, Outcome outcome) {

  /** What became of a command. */
  public sealed interface Outcome {}

  /**
   * It happened.
   *
   * @param version the target's version now; null for a type that raises none
   * @param codes codes that the server made for it, named this once
   */
  public record Applied(@Nullable Long version, List<IssuedCode> codes) implements Outcome {
    /** Copies the list. */
    public Applied {
      codes = List.copyOf(codes);
    }
  }

  /**
   * It did not happen; nothing changed.
   *
   * @param problem why
   */
  public record Refused(Problem problem) implements Outcome {}

  /**
   * A code that the server made.
   *
   * @param voucher the voucher
   * @param code its code, in the clear
   */
  public record IssuedCode(String voucher, String code) {
    /** Leaves the code out. */
    @Override
    public String toString() {
      return "IssuedCode[" + voucher + "]";
    }
  }

  /** It happened. */
  public static CommandResult applied(String id, @Nullable String target, @Nullable Long version) {
    return new CommandResult(id, target, new Applied(version, List.of()));
  }

  /** It did not happen. */
  public static CommandResult refused(String id, @Nullable String target, Problem problem) {
    return new CommandResult(id, target, new Refused(problem));
  }

  /** The result as JSON text, for keeping. */
  public String text() {
    return json().text();
  }

  /** Reads kept JSON text. */
  public static CommandResult read(String text) throws MalformedJson, InvalidContent {
    return read(Wire.read(text.getBytes(StandardCharsets.UTF_8)), "");
  }

  /** The body that answers a batch. */
  public static byte[] write(List<CommandResult> results) {
    return Json.object()
        .objects("results", results.stream().map(CommandResult::json).toList())
        .bytes();
  }

  /** Reads the body that answers a batch. */
  public static List<CommandResult> readAll(byte[] body) throws MalformedJson, InvalidContent {
    Members in = Members.ofBody(body);
    if (!in.has("results")) {
      throw in.invalid("results", "is missing");
    }
    return in.list("results", CommandBatch.MOST_COMMANDS, CommandResult::read);
  }

  Json json() {
    Json json = Json.object().put("id", id);
    if (target == null) {
      json.putNull("target");
    } else {
      json.put("target", target);
    }
    switch (outcome) {
      case Applied(Long version, List<IssuedCode> codes) -> {
        json.put("outcome", "applied").put("version", version);
        if (!codes.isEmpty()) {
          json.objects(
              "codes",
              codes.stream()
                  .map(
                      code -> Json.object().put("voucher", code.voucher()).put("code", code.code()))
                  .toList());
        }
      }
      case Refused(Problem problem) ->
          json.put("outcome", "refused").put("problem", (JsonNode) problem.json());
    }
    return json;
  }

  private static CommandResult read(JsonNode value, String pointer) throws InvalidContent {
    Members in = Members.of(value, pointer);
    Outcome outcome =
        switch (in.text("outcome", 32)) {
          case "applied" ->
              new Applied(
                  in.integerOrNull("version", 0, Members.MOST_INTEGER),
                  in.list("codes", IssueVouchers.MOST_VOUCHERS, CommandResult::code));
          case "refused" -> new Refused(Problem.read(in.object("problem")));
          default -> throw in.invalid("outcome", "is not one of the known words");
        };
    return new CommandResult(in.id("id"), in.idOrNull("target"), outcome);
  }

  private static IssuedCode code(JsonNode value, String pointer) throws InvalidContent {
    Members in = Members.of(value, pointer);
    return new IssuedCode(in.id("voucher"), in.text("code", RedeemVoucher.LONGEST_CODE));
  }
}
