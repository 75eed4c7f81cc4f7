package counterfoil.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Enum constants as words of the wire: lower case, underscores kept. */
final class Words {
  private Words() {}

  static String wire(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> Function<String, Optional<E>> of(Class<E> type) {
    return text -> {
      for (E constant : type.getEnumConstants()) {
        if (wire(constant).equals(text)) {
          return Optional.of(constant);
        }
      }
      return Optional.empty();
    };
  }
}
