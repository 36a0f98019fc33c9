package dev.keyway.providers.http;

import dev.keyway.AuthException;
import dev.keyway.MetadataScope;
import dev.keyway.User;
import dev.keyway.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor says of a user and our values have no form for. It is left out: nobody passed it as
 * an argument, and the rest of the answer is still true.
 */
public final class VendorValues {

  private static final UserId ANYBODY = UserId.of("anybody");

  private VendorValues() {}

  /** The value, or nothing where {@code reader} refuses it. */
  public static <T> Optional<T> shown(@Nullable String value, Function<String, T> reader) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(value));
    } catch (AuthException e) {
      return Optional.empty();
    }
  }

  /** What {@code reader} has for each, in their order. */
  public static <W, T> List<T> present(List<W> sent, Function<W, Optional<T>> reader) {
    List<T> present = new ArrayList<>(sent.size());
    for (W one : sent) {
      reader.apply(one).ifPresent(present::add);
    }
    return Collections.unmodifiableList(present);
  }

  /**
   * The entries that metadata can hold: none that is nested too deeply or has too large a number.
   */
  public static Map<String, @Nullable Object> metadata(Map<?, ?> sent) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    sent.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (fits(name, value)) {
            shown.put(name, value);
          }
        });
    return shown;
  }

  private static boolean fits(String name, @Nullable Object value) {
    try {
      User.builder(ANYBODY)
          .metadata(MetadataScope.USER_READABLE, Collections.singletonMap(name, value));
      return true;
    } catch (AuthException e) {
      return false;
    }
  }
}
