package dev.keyway.emulator.internal.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JWS in its compact serialization (<a
 * href="https://www.rfc-editor.org/rfc/rfc7515#section-7.1">RFC 7515, section 7.1</a>), taken apart
 * and not yet judged.
 */
public final class CompactJws {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final JsonNode header;
  private final JsonNode payload;
  private final byte[] signed;
  private final byte[] signature;

  private CompactJws(JsonNode header, JsonNode payload, byte[] signed, byte[] signature) {
    this.header = header;
    this.payload = payload;
    this.signed = signed;
    this.signature = signature;
  }

  /** Takes a text apart; empty if it is no signed JSON, or has a header that must be understood. */
  public static Optional<CompactJws> parse(String text) {
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    if (first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0 || text.indexOf('=') >= 0) {
      return Optional.empty();
    }
    try {
      JsonNode header = Json.read(utf8(text.substring(0, first)));
      if (!header.path("alg").isTextual() || header.has("crit")) {
        return Optional.empty();
      }
      return Optional.of(
          new CompactJws(
              header,
              Json.read(utf8(text.substring(first + 1, second))),
              text.substring(0, second).getBytes(StandardCharsets.US_ASCII),
              DECODER.decode(text.substring(second + 1))));
    } catch (IllegalArgumentException | Json.Malformed e) {
      return Optional.empty();
    }
  }

  /** The first two parts of a token: what is signed. */
  static String unsigned(String header, String payload) {
    return encode(header.getBytes(StandardCharsets.UTF_8))
        + "."
        + encode(payload.getBytes(StandardCharsets.UTF_8));
  }

  /** A token of these two parts and a signature. */
  static String of(String unsigned, byte[] signature) {
    return of(unsigned, encode(signature));
  }

  /** A token of these two parts and the text of a signature. */
  static String of(String unsigned, String signature) {
    return unsigned + "." + signature;
  }

  /** Base64url without padding. */
  static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  private static String utf8(String part) {
    return new String(DECODER.decode(part), StandardCharsets.UTF_8);
  }

  /** The name of the key that is said to have signed. */
  public @Nullable String kid() {
    return header.path("kid").textValue();
  }

  /** What is claimed. */
  public JsonNode payload() {
    return payload;
  }

  boolean says(String algorithm) {
    return algorithm.equals(header.path("alg").textValue());
  }

  byte[] signed() {
    return signed;
  }

  byte[] signature() {
    return signature;
  }
}
