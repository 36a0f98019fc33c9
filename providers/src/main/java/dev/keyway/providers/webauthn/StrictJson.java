package dev.keyway.providers.webauthn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyway.providers.http.StrictMapper;
import java.util.Optional;

/**
 * JSON from browsers: one object, not nested deeper than any real one, no member twice, so that the
 * vendor cannot see another value than was checked here.
 */
final class StrictJson {

  private static final int MAX_DEPTH = 32;

  static final ObjectMapper MAPPER =
      StrictMapper.within(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private StrictJson() {}

  static Optional<JsonNode> object(String text) {
    try {
      return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      // The parser's own message quotes what it read.
      return Optional.empty();
    }
  }
}
