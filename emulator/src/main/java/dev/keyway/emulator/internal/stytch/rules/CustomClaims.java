package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The claims that an application puts beside the standard ones. */
final class CustomClaims {
  private static final int LARGEST_BYTES = 4096;
  private static final Set<String> RESERVED =
      Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", SessionTokens.SESSION_CLAIM);

  private CustomClaims() {}

  /** The claims after a change; {@code null} deletes a claim, reserved names are ignored. */
  static ObjectNode merge(ObjectNode claims, ObjectNode change) {
    ObjectNode merged = claims.deepCopy();
    change
        .properties()
        .forEach(
            claim -> {
              if (claim.getValue().isNull()) {
                merged.remove(claim.getKey());
              } else if (!RESERVED.contains(claim.getKey())) {
                merged.set(claim.getKey(), claim.getValue());
              }
            });
    return merged;
  }

  /** Refuses claims that are too large. */
  static void requireSize(ObjectNode claims) {
    if (Json.write(claims).getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES) {
      throw StytchError.CUSTOM_CLAIMS_TOO_LARGE.failure();
    }
  }
}
