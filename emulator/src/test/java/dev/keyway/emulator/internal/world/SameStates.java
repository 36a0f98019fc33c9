package dev.keyway.emulator.internal.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.password.PasswordHash;
import dev.keyway.emulator.internal.snapshot.NotInSeed;
import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import dev.keyway.emulator.internal.totp.TotpKey;
import dev.keyway.emulator.internal.webauthn.Octets;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares two states field by field, but for fields that no seed holds, and remembers which fields
 * ever had a value that tells something.
 */
final class SameStates {
  private static final Set<String> TELLING = Set.of("some", "object");

  /** Classes of ours that compare themselves. */
  private static final Set<Class<?>> VALUES = Set.of(Attributes.class, TotpKey.class, Octets.class);

  private final Map<String, Set<String>> seen = new TreeMap<>();
  private IdentityHashMap<Object, Object> compared = new IdentityHashMap<>();

  /** Requires that two states are the same. */
  void require(String path, Object one, Object other) throws IllegalAccessException {
    compared = new IdentityHashMap<>();
    same(path, one, other);
  }

  /** The fields that had one and the same empty, missing or plain value all the time. */
  Set<String> neverFilled() {
    return seen.entrySet().stream()
        .filter(field -> field.getValue().size() == 1)
        .filter(field -> !TELLING.containsAll(field.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void same(String path, @Nullable Object one, @Nullable Object other)
      throws IllegalAccessException {
    if (one == null || other == null || VALUES.contains(one.getClass())) {
      assertEquals(one, other, path);
    } else if (one instanceof byte[] bytes) {
      assertArrayEquals(bytes, (byte[]) other, path);
    } else if (one instanceof PasswordHash hash) {
      assertEquals(hash.text(), ((PasswordHash) other).text(), path);
    } else if (one instanceof Optional<?> optional) {
      same(path, optional.orElse(null), ((Optional<?>) other).orElse(null));
    } else if (one instanceof Map<?, ?> map) {
      assertEquals(map.keySet(), ((Map<?, ?>) other).keySet(), path);
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        same(path + "{}", entry.getKey(), entry.getKey());
        same(path + "{}", entry.getValue(), ((Map<?, ?>) other).get(entry.getKey()));
      }
    } else if (one instanceof Collection<?> collection) {
      assertEquals(collection.size(), ((Collection<?>) other).size(), path);
      Iterator<?> others = ((Collection<?>) other).iterator();
      for (Object element : collection) {
        same(path + "[]", element, others.next());
      }
    } else if (isOurs(one)) {
      if (compared.putIfAbsent(one, other) == null) {
        sameFields(path, one, other);
      }
    } else {
      assertEquals(one, other, path);
    }
  }

  private void sameFields(String path, Object one, Object other) throws IllegalAccessException {
    assertEquals(one.getClass(), other.getClass(), path);
    for (Field field : Samples.fields(one.getClass())) {
      // What a checkpoint of a record shares may be in a seed all the same.
      boolean shared = field.isAnnotationPresent(NotInSnapshot.class) && !one.getClass().isRecord();
      if (!shared && !field.isAnnotationPresent(NotInSeed.class)) {
        Object value = field.get(one);
        String name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
        seen.computeIfAbsent(name, any -> new TreeSet<>()).add(summary(value));
        same(path + "." + field.getName(), value, field.get(other));
      }
    }
  }

  private static boolean isOurs(Object object) {
    return object.getClass().getName().startsWith("dev.keyway.") && !(object instanceof Enum);
  }

  private static String summary(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return summary(optional.orElse(null));
    }
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty() ? "empty" : "some";
    }
    if (value instanceof Collection<?> collection) {
      return collection.isEmpty() ? "empty" : "some";
    }
    if (value instanceof JsonNode json) {
      return json.isEmpty() ? "empty" : "some";
    }
    return value == null ? "missing" : isOurs(value) ? "object" : "plain " + value;
  }
}
