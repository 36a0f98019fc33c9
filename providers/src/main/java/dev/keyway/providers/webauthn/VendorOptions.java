package dev.keyway.providers.webauthn;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;

/** The options of a ceremony, where a vendor gives them as text. */
public final class VendorOptions {

  private VendorOptions() {}

  /**
   * The challenge in them.
   *
   * @throws AuthException {@link ErrorCode#INVALID_RESPONSE} when there is none: no vendor begins a
   *     ceremony so
   */
  public static String challenge(String optionsJson) {
    return StrictJson.object(optionsJson)
        .map(options -> options.path("challenge").asText())
        .filter(challenge -> !challenge.isBlank())
        .orElseThrow(
            () ->
                AuthException.of(
                    ErrorCode.INVALID_RESPONSE,
                    "The provider's passkey options have no challenge"));
  }
}
