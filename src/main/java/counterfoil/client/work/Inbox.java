package counterfoil.client.work;

import java.util.List;

/** The acts that the server refused; each stays until a person has dealt with it. */
public interface Inbox {
  /** What waits, newest first, at most {@code most}. */
  List<RefusedAct> entries(int most);

  /** Says that a person has dealt with an act; it stays on record. Harmless when repeated. */
  void dismiss(String id);
}
