package dev.keyway.providers.stytch.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an application puts into sessions. */
public final class CustomClaims {

  /** Stytch's own claims. */
  private static final String OWN = "https://stytch.com/";

  private CustomClaims() {}

  /** What is sent of them: null for none. */
  public static @Nullable Map<String, @Nullable Object> of(
      Map<String, @Nullable Object> sessionClaims) {
    if (sessionClaims.keySet().stream().anyMatch(name -> name.startsWith(OWN))) {
      throw Checks.invalidArgument("sessionClaims", "has a name that Stytch keeps for itself");
    }
    return sessionClaims.isEmpty() ? null : sessionClaims;
  }
}
