package dev.keyway.providers.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON as the vendors send and take it: snake case; unknown fields are passed over; a record's
 * component without {@link Nullable} is required. In what is sent, absent components are left out
 * and a map's nulls are kept, as null means "take away" to both vendors.
 */
final class WireJson {

  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        }
      };

  private WireJson() {}

  /** An answer did not have the form that the call needs. The message quotes nothing. */
  static final class Mismatch extends Exception {
    private final String how;

    Mismatch(String how) {
      super(how);
      this.how = how;
    }

    String how() {
      return how;
    }
  }

  static Object read(byte[] body, Type type) throws Mismatch {
    Object value;
    try {
      value = MAPPER.readValue(body, MAPPER.constructType(type));
    } catch (JsonProcessingException e) {
      throw new Mismatch("with JSON that is cut off or of another form");
    } catch (IOException e) {
      throw new Mismatch("with an unreadable body");
    }
    if (value == null) {
      throw new Mismatch("with null");
    }
    requireComplete(value);
    return value;
  }

  @SuppressWarnings("unchecked")
  static Optional<Map<String, @Nullable Object>> object(byte[] body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      return node != null && node.isObject()
          ? Optional.of((Map<String, @Nullable Object>) MAPPER.convertValue(node, Map.class))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void requireComplete(@Nullable Object value) throws Mismatch {
    if (value instanceof List<?> list) {
      for (Object item : list) {
        requireComplete(item);
      }
    } else if (value instanceof Record) {
      for (RecordComponent component : COMPONENTS.get(value.getClass())) {
        Object field = read(component, value);
        if (field == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          throw new Mismatch("without " + component.getName());
        }
        requireComplete(field);
      }
    }
  }

  private static @Nullable Object read(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Can't read " + component.getName(), e);
    }
  }
}
