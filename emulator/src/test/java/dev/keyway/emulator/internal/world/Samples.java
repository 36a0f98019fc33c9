package dev.keyway.emulator.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.password.PasswordHash;
import dev.keyway.emulator.internal.password.SaltedSha256;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.totp.RecoveryCodes;
import dev.keyway.emulator.internal.totp.TotpKey;
import dev.keyway.emulator.internal.webauthn.Octets;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes objects of which no field has the value it is born with, whatever classes they are of: one
 * of each type of ours, so that an index and what it lists share their elements.
 */
final class Samples {
  private final Map<Made, Object> made = new HashMap<>();

  Object of(Type type, Map<TypeVariable<?>, Type> variables) {
    if (type instanceof TypeVariable<?> variable) {
      return of(resolved(variable, variables), variables);
    }
    if (type instanceof WildcardType) {
      // The facts of a code: what those of each kind are made of is looked at by their own test.
      return "sample";
    }
    if (type instanceof ParameterizedType parameterized) {
      Class<?> raw = (Class<?>) parameterized.getRawType();
      List<Type> arguments =
          Arrays.stream(parameterized.getActualTypeArguments())
              .map(a -> a instanceof TypeVariable<?> v ? resolved(v, variables) : a)
              .toList();
      if (raw == Function.class) {
        Function<Object, Object> function = argument -> Instant.ofEpochSecond(7);
        return function;
      }
      if (raw == Comparator.class) {
        return Comparator.comparingInt(System::identityHashCode);
      }
      if (Map.class.isAssignableFrom(raw)) {
        Map<Object, Object> map = new HashMap<>();
        map.put(of(arguments.get(0), variables), of(arguments.get(1), variables));
        return map;
      }
      if (Collection.class.isAssignableFrom(raw)) {
        Object element = of(arguments.get(0), variables);
        if (raw == NavigableSet.class) {
          NavigableSet<Object> set =
              new TreeSet<>(Comparator.comparingInt(System::identityHashCode));
          set.add(element);
          return set;
        }
        if (Set.class.isAssignableFrom(raw)) {
          return new LinkedHashSet<>(List.of(element));
        }
        return raw == CopyOnWriteArrayList.class
            ? new CopyOnWriteArrayList<>(List.of(element))
            : new ArrayList<>(List.of(element));
      }
      if (raw == Optional.class) {
        return Optional.of(of(arguments.get(0), variables));
      }
      if (raw == Consumer.class) {
        return (Consumer<Object>) any -> {};
      }
      Map<TypeVariable<?>, Type> bound = new HashMap<>();
      for (int i = 0; i < arguments.size(); i++) {
        bound.put(raw.getTypeParameters()[i], arguments.get(i));
      }
      return object(raw, bound);
    }
    return simple((Class<?>) type);
  }

  private Object simple(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return true;
    } else if (type == int.class || type == Integer.class) {
      return 7;
    } else if (type == long.class || type == Long.class) {
      return 7L;
    } else if (type == String.class || type == Object.class) {
      return "sample";
    } else if (type == byte[].class) {
      return new byte[] {7};
    } else if (type == Instant.class) {
      return Instant.ofEpochSecond(7);
    } else if (type == Duration.class) {
      return Duration.ofSeconds(7);
    } else if (type == URI.class) {
      return URI.create("http://localhost/7");
    } else if (type == UUID.class) {
      return new UUID(7, 7);
    } else if (type == AtomicBoolean.class) {
      return new AtomicBoolean(true);
    } else if (type == Clock.class) {
      return Clock.fixed(Instant.ofEpochSecond(7), ZoneOffset.UTC);
    } else if (JsonNode.class.isAssignableFrom(type)) {
      return Json.object().put("a", 7);
    } else if (type == TotpKey.class) {
      return TotpKey.of(new byte[] {7});
    } else if (type == RecoveryCodes.class) {
      return RecoveryCodes.of(List.of("aaaa-bbbb-cccc"));
    } else if (type == Attributes.class) {
      return Attributes.usual(new AttributeRows());
    } else if (type == Octets.class) {
      return Octets.of(new byte[] {7});
    } else if (type == PasswordHash.class) {
      return SaltedSha256.of("sample", new Randomness(new SecureRandom()));
    } else if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[constants.length - 1];
    }
    return object(type, Map.of());
  }

  private Object object(Class<?> type, Map<TypeVariable<?>, Type> variables) {
    if (!type.getName().startsWith("dev.keyway.") || type.isInterface()) {
      throw new AssertionError("Teach this class to make a sample of " + type);
    }
    Object known = made.get(new Made(type, variables));
    if (known != null) {
      return known;
    }
    try {
      if (type.isRecord()) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values =
            Arrays.stream(components).map(c -> of(c.getGenericType(), variables)).toArray();
        return made(new Made(type, variables), type.getDeclaredConstructor(types), values);
      }
      Constructor<?> constructor =
          Arrays.stream(type.getDeclaredConstructors())
              .filter(c -> !List.of(c.getParameterTypes()).contains(type))
              .max(Comparator.comparingInt(Constructor::getParameterCount))
              .orElseThrow();
      Object[] values =
          Arrays.stream(constructor.getGenericParameterTypes())
              .map(t -> of(t, variables))
              .toArray();
      Object object = made(new Made(type, variables), constructor, values);
      fill(object, variables);
      return object;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Teach this class to make a sample of " + type, e);
    }
  }

  private Object made(Made type, Constructor<?> constructor, Object[] values)
      throws ReflectiveOperationException {
    constructor.setAccessible(true);
    Object object = constructor.newInstance(values);
    made.put(type, object);
    return object;
  }

  private record Made(Class<?> type, Map<TypeVariable<?>, Type> variables) {}

  private void fill(Object object, Map<TypeVariable<?>, Type> variables)
      throws ReflectiveOperationException {
    for (Field field : fields(object.getClass())) {
      field.set(object, of(field.getGenericType(), variables));
    }
  }

  /** All fields of an object, those of its superclasses too. */
  static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          field.setAccessible(true);
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private static Type resolved(TypeVariable<?> variable, Map<TypeVariable<?>, Type> variables) {
    Type type = variables.get(variable);
    if (type == null) {
      throw new AssertionError("Nobody says what " + variable + " is");
    }
    return type;
  }
}
