package counterfoil.client.cache;

/**
 * Where an act stands on its way to the server. A row changes its state by compare-and-set alone: a
 * late or repeated answer finds another state than it expects and changes nothing.
 */
public enum CommandState {
  /** Durable here; never handed to the network yet. */
  QUEUED,
  /**
   * Handed to the network at least once; nobody knows whether the server has it. It is sent again,
   * byte for byte, until an answer comes.
   */
  SENT,
  /** The server has done it; the bytes are kept until a backup of the server covers them. */
  APPLIED,
  /** The server has refused it for good; a person finds it in the inbox. */
  REFUSED
}
