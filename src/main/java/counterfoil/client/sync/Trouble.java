package counterfoil.client.sync;

/** Why an exchange failed. */
public enum Trouble {
  /** No network, or no such server. */
  UNREACHABLE,
  /** No answer in time. */
  TIMED_OUT,
  /** An answer that was cut or is none of the contract. */
  GARBLED,
  /** Its certificate is not trusted. */
  CERTIFICATE,
  /** It is busy. */
  BUSY,
  /** It wants a person to sign in. */
  SIGN_IN,
  /** It has blocked this device. */
  BLOCKED,
  /** It wants a newer program. */
  TOO_OLD,
  /** Its record of this device's acts differs from ours. */
  CHAIN,
  /** Anything else that it said. */
  SERVER
}
