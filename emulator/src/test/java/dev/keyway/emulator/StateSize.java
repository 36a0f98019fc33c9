package dev.keyway.emulator;

import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what a world holds: the entries of all maps and collections that hang together. */
final class StateSize {
  private StateSize() {}

  /** How many entries there are below {@code roots}, in all fields that are state. */
  static long of(Object... roots) throws IllegalAccessException {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> next = new ArrayDeque<>(List.of(roots));
    long entries = 0;
    while (!next.isEmpty()) {
      Object object = next.pop();
      if (!seen.add(object)) {
        continue;
      }
      if (object instanceof Map<?, ?> map) {
        entries += map.size();
        map.forEach(
            (key, value) -> {
              push(next, key);
              push(next, value);
            });
      } else if (object instanceof Collection<?> collection) {
        entries += collection.size();
        collection.forEach(element -> push(next, element));
      } else if (object.getClass().getName().startsWith("dev.keyway.")) {
        for (Class<?> c = object.getClass();
            c != null && c.getName().startsWith("dev.keyway.");
            c = c.getSuperclass()) {
          for (Field field : c.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())
                && !field.getType().isPrimitive()
                && !field.isAnnotationPresent(NotInSnapshot.class)) {
              field.setAccessible(true);
              push(next, field.get(object));
            }
          }
        }
      }
    }
    return entries;
  }

  private static void push(Deque<Object> next, @Nullable Object object) {
    if (object != null) {
      next.push(object);
    }
  }
}
