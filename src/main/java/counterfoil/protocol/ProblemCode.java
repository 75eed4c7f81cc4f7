package counterfoil.protocol;

import java.util.Optional;

/**
 * The closed list of problem codes (RFC 9457 {@code type} is {@code urn:problem:<code>}), each with
 * the status it travels under and whether the same request may succeed later.
 */
public enum ProblemCode {
  BAD_REQUEST("bad-request", 400, false),
  MALFORMED_JSON("malformed-json", 400, false),
  INVALID_REQUEST("invalid-request", 422, false),
  NOT_FOUND("not-found", 404, false),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, false),
  TOO_LARGE("too-large", 413, false),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, false),
  REQUEST_TIMEOUT("request-timeout", 408, true),
  URI_TOO_LONG("uri-too-long", 414, false),
  HEADERS_TOO_LARGE("headers-too-large", 431, false),
  CLIENT_TOO_OLD("client-too-old", 426, false),
  BUSY("busy", 503, true),
  STORE_UNAVAILABLE("store-unavailable", 503, true),
  INTERNAL("internal", 500, true),

  SIGN_IN_FAILED("sign-in-failed", 401, false),
  SIGN_IN_LOCKED("sign-in-locked", 429, true),
  TENANT_NEEDED("tenant-needed", 422, false),
  TENANT_UNKNOWN("tenant-unknown", 404, false),
  PASSWORD_MUST_CHANGE("password-must-change", 403, false),
  DEVICE_KNOWN("device-known", 403, false),
  DEVICE_BLOCKED("device-blocked", 403, false),
  TOKEN_MISSING("token-missing", 401, false),
  TOKEN_EXPIRED("token-expired", 401, true),
  TOKEN_INVALID("token-invalid", 401, false),
  PROOF_INVALID("proof-invalid", 401, false),
  PROOF_TIME("proof-time", 401, true),
  PROOF_REPLAYED("proof-replayed", 401, true),
  USE_DPOP_NONCE("use_dpop_nonce", 401, true),
  SIGNATURE_INVALID("signature-invalid", 401, false),
  FORBIDDEN("forbidden", 403, false),

  INVALID_CURSOR("invalid-cursor", 422, false),
  CURSOR_TOO_OLD("cursor-too-old", 410, false),
  CURSOR_AHEAD("cursor-ahead", 409, false),
  SCOPE_CHANGED("scope-changed", 412, false),

  CHAIN_GAP("chain-gap", 409, true),
  CHAIN_MISMATCH("chain-mismatch", 409, false),
  CHAIN_FORK("chain-fork", 409, false),

  COMMAND_ID_REUSED("command-id-reused", 422, false),
  COMMAND_UNKNOWN("command-unknown", 422, false),
  COMMAND_INVALID("command-invalid", 422, false),
  DEPENDS_ON_REFUSED("depends-on-refused", 409, false),
  VERSION_STALE("version-stale", 409, false),
  ACTOR_NOT_SIGNED_IN("actor-not-signed-in", 403, false),
  LAST_ADMIN("last-admin", 409, false),
  NAME_TAKEN("name-taken", 409, false),

  VOUCHER_UNKNOWN("voucher-unknown", 404, false),
  VOUCHER_MISTYPED("voucher-mistyped", 422, false),
  VOUCHER_ALREADY_REDEEMED("voucher-already-redeemed", 409, false),
  VOUCHER_EXPIRED("voucher-expired", 409, false),
  VOUCHER_NOT_YET_VALID("voucher-not-yet-valid", 409, false),
  VOUCHER_BLOCKED_DAY("voucher-blocked-day", 409, false),
  VOUCHER_WRONG_STORE("voucher-wrong-store", 409, false),
  VOUCHER_REFUNDED("voucher-refunded", 409, false),
  VOUCHER_FROZEN("voucher-frozen", 409, false),
  VOUCHER_EXTERNAL("voucher-external", 409, false),
  VOUCHER_LEASED_ELSEWHERE("voucher-leased-elsewhere", 409, true),
  VOUCHER_LEASE_LOST("voucher-lease-lost", 409, false),
  ROLE_MAY_NOT_REDEEM("role-may-not-redeem", 403, false),
  CODE_TAKEN("code-taken", 409, false),
  REDEMPTION_UNKNOWN("redemption-unknown", 404, false),
  UNDO_TOO_LATE("undo-too-late", 409, false),
  UNDO_OTHER_DEVICE("undo-other-device", 403, false),
  ALREADY_UNDONE("already-undone", 409, false),
  ALREADY_WITHDRAWN("already-withdrawn", 409, false),
  NOT_REFUNDABLE("not-refundable", 409, false);

  private final String code;
  private final int status;
  private final boolean retryable;

  ProblemCode(String code, int status, boolean retryable) {
    this.code = code;
    this.status = status;
    this.retryable = retryable;
  }

  /** The code on the wire, and the last part of the problem type. */
  public String code() {
    return code;
  }

  /** The HTTP status; for a refused command the status that the problem document names. */
  public int status() {
    return status;
  }

  /** Whether the same request may succeed later. */
  public boolean retryable() {
    return retryable;
  }

  /**
   * The code of a wire text, or empty when a newer server sent one that this version does not know.
   */
  public static Optional<ProblemCode> ofWire(String code) {
    for (ProblemCode candidate : values()) {
      if (candidate.code.equals(code)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
