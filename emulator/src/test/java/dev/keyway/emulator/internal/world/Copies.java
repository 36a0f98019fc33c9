package dev.keyway.emulator.internal.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.password.PasswordHash;
import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.totp.RecoveryCodes;
import dev.keyway.emulator.internal.totp.TotpKey;
import dev.keyway.emulator.internal.webauthn.Octets;
import java.lang.reflect.Field;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Compares a state with its copy: equal all over, and nothing that can change in both. */
final class Copies {
  /** Classes whose objects never change, though their form does not say so. */
  private static final Set<Class<?>> UNCHANGING =
      Set.of(
          String.class,
          Boolean.class,
          Integer.class,
          Long.class,
          Instant.class,
          Duration.class,
          URI.class,
          UUID.class,
          TotpKey.class,
          RecoveryCodes.class,
          Octets.class,
          CodeKind.class,
          Attributes.class);

  private final IdentityHashMap<Object, Object> compared = new IdentityHashMap<>();

  void requireApart(String path, @Nullable Object original, @Nullable Object copy)
      throws IllegalAccessException {
    if (original == null || copy == null) {
      assertTrue(original == copy, () -> path + " is missing from the copy");
      return;
    }
    if (original == copy) {
      assertTrue(
          unchanging(original),
          () -> path + " can change in the original and its copy: copy it, or mark it @Shared");
      return;
    }
    if (compared.putIfAbsent(original, copy) != null) {
      return;
    }
    assertEquals(kind(original), kind(copy), path);
    if (original instanceof byte[] bytes) {
      assertArrayEquals(bytes, (byte[]) copy, path);
    } else if (original instanceof AtomicBoolean flag) {
      assertEquals(flag.get(), ((AtomicBoolean) copy).get(), path);
    } else if (UNCHANGING.contains(original.getClass()) || original instanceof JsonNode) {
      assertEquals(original, copy, path);
    } else if (original instanceof Map<?, ?> map) {
      requireMapsApart(path, map, (Map<?, ?>) copy);
    } else if (original instanceof Collection<?> collection) {
      requireElementsApart(path, collection, (Collection<?>) copy);
    } else {
      assertTrue(
          original.getClass().getName().startsWith("dev.keyway."),
          () -> "Teach this class to compare " + original.getClass());
      for (Field field : Samples.fields(original.getClass())) {
        String where = path + "." + field.getName();
        if (field.isAnnotationPresent(NotInSnapshot.class)) {
          assertTrue(field.get(original) == field.get(copy), () -> where + " is said to be shared");
        } else {
          requireApart(where, field.get(original), field.get(copy));
        }
      }
    }
  }

  private void requireMapsApart(String path, Map<?, ?> original, Map<?, ?> copy)
      throws IllegalAccessException {
    assertEquals(original.keySet(), copy.keySet(), path);
    for (Map.Entry<?, ?> entry : original.entrySet()) {
      requireApart(path + "{key}", entry.getKey(), entry.getKey());
      requireApart(path + "{value}", entry.getValue(), copy.get(entry.getKey()));
    }
  }

  private void requireElementsApart(String path, Collection<?> original, Collection<?> copy)
      throws IllegalAccessException {
    assertEquals(original.size(), copy.size(), path);
    Iterator<?> copies = copy.iterator();
    for (Object element : original) {
      requireApart(path + "[]", element, copies.next());
    }
  }

  private static Object kind(Object object) {
    return object instanceof Map
        ? Map.class
        : object instanceof Collection ? Collection.class : object.getClass();
  }

  /** Whether nothing of an object can change, so that a state and its copy may share it. */
  static boolean unchanging(@Nullable Object object) throws IllegalAccessException {
    if (object == null
        || UNCHANGING.contains(object.getClass())
        || object instanceof Enum
        || object instanceof PasswordHash) {
      return true;
    }
    if (object instanceof Optional<?> optional) {
      return optional.isEmpty() || unchanging(optional.get());
    }
    if (object.getClass().getName().startsWith("java.util.ImmutableCollections")) {
      if (object instanceof Map<?, ?> map) {
        return unchanging(map.keySet().toArray()) && unchanging(map.values().toArray());
      }
      return unchanging(((Collection<?>) object).toArray());
    }
    if (!object.getClass().isRecord()) {
      return false;
    }
    for (Field field : Samples.fields(object.getClass())) {
      if (!field.isAnnotationPresent(NotInSnapshot.class) && !unchanging(field.get(object))) {
        return false;
      }
    }
    return true;
  }

  private static boolean unchanging(Object[] elements) throws IllegalAccessException {
    for (Object element : elements) {
      if (!unchanging(element)) {
        return false;
      }
    }
    return true;
  }
}
