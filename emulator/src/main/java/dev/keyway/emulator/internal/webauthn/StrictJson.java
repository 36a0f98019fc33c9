package dev.keyway.emulator.internal.webauthn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * JSON objects from outside. A member that stands twice is refused, so that no two readers of the
 * same text can see different things.
 */
final class StrictJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  static JsonNode object(String text, CredentialField field) throws WebAuthnRefusal {
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      // The library's message quotes the input.
    }
    throw WebAuthnRefusal.malformed(field);
  }

  /** From UTF-8, and only that: the library would guess other encodings from the first bytes. */
  static JsonNode object(byte[] utf8, CredentialField field) throws WebAuthnRefusal {
    try {
      return object(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString(), field);
    } catch (CharacterCodingException e) {
      throw WebAuthnRefusal.malformed(field);
    }
  }
}
