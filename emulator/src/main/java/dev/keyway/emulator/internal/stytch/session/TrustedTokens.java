package dev.keyway.emulator.internal.stytch.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.token.CompactJws;
import dev.keyway.emulator.internal.token.PublicKeyText;
import dev.keyway.emulator.internal.token.SigningKey;
import dev.keyway.emulator.stytch.TrustedTokenProfile;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Optional;

/** Tokens of other systems that a project trusts. */
final class TrustedTokens {
  private TrustedTokens() {}

  /**
   * What a token says.
   *
   * @throws StytchFailure {@code invalid_trusted_auth_token} if it is not signed by the profile's
   *     key or has expired, {@code jwt_invalid_…} if it is meant for others
   */
  static JsonNode verify(TrustedTokenProfile profile, String token, Instant now) {
    Optional<RSAPublicKey> key = PublicKeyText.rsa(profile.publicKey());
    CompactJws parsed =
        CompactJws.parse(token)
            .filter(jws -> key.filter(one -> isSignedBy(one, jws)).isPresent())
            .orElseThrow(() -> refused("The token is not signed by the profile's key."));
    JsonNode claims = parsed.payload();
    if (!profile.issuer().equals(claims.path("iss").textValue())) {
      throw StytchError.JWT_INVALID_ISSUER.failure();
    }
    JsonNode audience = claims.path("aud");
    boolean meant = profile.audience().equals(audience.textValue());
    for (JsonNode one : audience) {
      meant = meant || profile.audience().equals(one.textValue());
    }
    if (!meant) {
      throw StytchError.JWT_INVALID_AUDIENCE.failure();
    }
    if (!claims.path("exp").isNumber() || claims.path("exp").longValue() <= now.getEpochSecond()) {
      throw refused("The token has expired, or never does.");
    }
    return claims;
  }

  private static boolean isSignedBy(RSAPublicKey key, CompactJws token) {
    return SigningKey.rs256("", new KeyPair(key, null)).verifies(token);
  }

  private static StytchFailure refused(String cause) {
    return StytchError.INVALID_TRUSTED_AUTH_TOKEN.failure().because(cause);
  }
}
