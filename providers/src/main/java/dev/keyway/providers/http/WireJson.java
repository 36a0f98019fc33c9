package dev.keyway.providers.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.keyway.AccessToken;
import dev.keyway.OneTimeCode;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.SensitiveValue;
import feign.codec.Encoder;
import feign.jackson.JacksonEncoder;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * JSON as the vendors send and take it: snake case; unknown fields are passed over; a record's
 * component without {@link Nullable} is required; sensitive types stand for texts. In what is sent,
 * absent components are left out and a map's nulls are kept, as null means "take away" to both
 * vendors.
 */
final class WireJson {

  /** Bounds of our own, whatever the library's are; metadata may be 32 levels deep. */
  private static final JsonFactory BOUNDED =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(1 << 20)
                  .maxNumberLength(400)
                  .build())
          .build();

  static final ObjectMapper MAPPER =
      JsonMapper.builder(BOUNDED)
          .withCoercionConfig(
              LogicalType.Textual,
              texts ->
                  texts
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .withCoercionConfigDefaults(
              all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .addModule(sensitiveValues())
          .build();

  static final Encoder ENCODER = new JacksonEncoder(MAPPER);

  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .map(Part::of)
              .filter(part -> part.required() || part.deep())
              .toList();
        }
      };

  /**
   * A component of a record, as far as it may lack something.
   *
   * @param deep whether its value may: what is declared as an object is JSON of somebody else's,
   *     with the nulls it may have
   */
  private record Part(String name, Method accessor, boolean required, boolean deep) {
    static Part of(RecordComponent component) {
      Class<?> type = component.getType();
      component.getAccessor().setAccessible(true);
      return new Part(
          component.getName(),
          component.getAccessor(),
          !type.isPrimitive() && !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
          type.isRecord() || (type.isInterface() && type != Map.class));
    }

    @Nullable Object of(Object owner) {
      try {
        return accessor.invoke(owner);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("Can't read " + name, e);
      }
    }
  }

  private WireJson() {}

  /** Secrets are revealed on their way out and wrapped on their way in, and nowhere else. */
  private static SimpleModule sensitiveValues() {
    return new SimpleModule()
        .addSerializer(
            SensitiveValue.class,
            new StdSerializer<SensitiveValue>(SensitiveValue.class) {
              @Override
              public void serialize(
                  SensitiveValue value, JsonGenerator out, SerializerProvider context)
                  throws IOException {
                out.writeString(value.reveal());
              }
            })
        .addDeserializer(Secret.class, wrapping(Secret.class, Secret::of))
        .addDeserializer(OneTimeCode.class, wrapping(OneTimeCode.class, OneTimeCode::of))
        .addDeserializer(AccessToken.class, wrapping(AccessToken.class, AccessToken::of))
        .addDeserializer(RenewalToken.class, wrapping(RenewalToken.class, RenewalToken::of));
  }

  private static <V> StdDeserializer<V> wrapping(Class<V> type, Function<String, V> wrap) {
    return new StdDeserializer<>(type) {
      @Override
      public V deserialize(JsonParser in, DeserializationContext context) throws IOException {
        String text = in.currentToken() == JsonToken.VALUE_STRING ? in.getText() : "";
        if (text.isBlank()) {
          throw JsonMappingException.from(in, "not a text");
        }
        return wrap.apply(text);
      }
    };
  }

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
      return MAPPER.readValue(body, Object.class) instanceof Map<?, ?> object
          ? Optional.of((Map<String, @Nullable Object>) object)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void requireComplete(@Nullable Object value) throws Mismatch {
    if (value instanceof List<?> list) {
      for (Object item : list) {
        if (item == null) {
          throw new Mismatch("with null in a list");
        }
        requireComplete(item);
      }
    } else if (value instanceof Record) {
      for (Part part : PARTS.get(value.getClass())) {
        Object field = part.of(value);
        if (field == null && part.required()) {
          throw new Mismatch("without " + part.name());
        }
        if (part.deep()) {
          requireComplete(field);
        }
      }
    }
  }
}
