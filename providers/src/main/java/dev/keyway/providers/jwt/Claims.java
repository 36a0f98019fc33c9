package dev.keyway.providers.jwt;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.keyway.providers.http.StrictMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a token's claims: UTF-8, as the standard has it, and not what looks like UTF-16. */
final class Claims {

  /** A token is short, but its claims might be nothing but brackets. */
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder().maxNestingDepth(64).maxNumberLength(400).build();

  private static final ObjectReader READER =
      StrictMapper.within(BOUNDS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .build()
          .readerFor(new TypeReference<Map<String, @Nullable Object>>() {});

  private Claims() {}

  /** Empty when it is no JSON object, or one that names a claim twice (RFC 7519, section 4). */
  static Optional<Map<String, @Nullable Object>> read(byte[] payload) {
    try {
      return Optional.ofNullable(
          isPlain(payload)
              ? READER.readValue(payload)
              : READER.readValue(new String(payload, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether it is the same text in ASCII and in UTF-8, and can't be taken for UTF-16. */
  private static boolean isPlain(byte[] payload) {
    for (byte one : payload) {
      if (one <= 0) {
        return false;
      }
    }
    return true;
  }
}
