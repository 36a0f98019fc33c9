package dev.keyway;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an application may put into its sessions: few bytes, under names of its own. */
final class SessionClaims {

  private static final int MOST_BYTES = 4096;

  /** Those of every token (RFC 7519, section 4.1). */
  private static final Set<String> RESERVED =
      Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

  private SessionClaims() {}

  static Map<String, @Nullable Object> copy(Map<String, ? extends @Nullable Object> claims) {
    Map<String, @Nullable Object> copy = JsonTree.copy(claims, "sessionClaims");
    for (String name : copy.keySet()) {
      if (name.isBlank() || RESERVED.contains(name)) {
        throw Arguments.invalid(
            "sessionClaims", "has a name that is blank or reserved: " + RESERVED);
      }
    }
    if (JsonTree.bytes(copy) > MOST_BYTES) {
      throw Arguments.invalid("sessionClaims", "is larger than " + MOST_BYTES + " bytes of JSON");
    }
    return copy;
  }
}
