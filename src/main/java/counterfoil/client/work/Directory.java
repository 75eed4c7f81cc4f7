package counterfoil.client.work;

import java.util.Optional;

/** Names for ids, as far as this device knows them; an id that it does not know names itself. */
public interface Directory {
  /** The name of a store. */
  String store(String id);

  /** The name of a counter. */
  String device(String id);

  /** The name of a person. */
  String person(String id);

  /** The number on a person's badge, where there is one and it is known here. */
  Optional<String> staffNumber(String id);

  /** The name of a good. */
  String good(String id);
}
