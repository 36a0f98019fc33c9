package dev.keyway.providers.jwt;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The claims of a token whose signature, issuer, audience and times are right. */
public final class VerifiedJwt {

  private final JwtProfile profile;
  private final Map<String, @Nullable Object> claims;
  private final long expiresAtSecond;

  /**
   * One with these claims, as they are.
   *
   * @param claims nobody changes them
   */
  VerifiedJwt(JwtProfile profile, Map<String, @Nullable Object> claims, long expiresAtSecond) {
    this.profile = profile;
    this.claims = Collections.unmodifiableMap(claims);
    this.expiresAtSecond = expiresAtSecond;
  }

  /** Which of the accepted kinds it is. */
  public JwtProfile profile() {
    return profile;
  }

  /** All claims as JSON-like values. */
  public Map<String, @Nullable Object> claims() {
    return claims;
  }

  /** When it expires ({@code exp}). */
  public Instant expiresAt() {
    return Instant.ofEpochSecond(expiresAtSecond);
  }

  /** When it was issued ({@code iat}), if it says. */
  public Optional<Instant> issuedAt() {
    return claims.get("iat") instanceof Number iat
        ? Optional.of(Instant.ofEpochSecond(JwtTimes.seconds(iat)))
        : Optional.empty();
  }

  /** A text claim, if it is there. */
  public Optional<String> text(String claim) {
    return claims.get(claim) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /**
   * A text claim that the token must have.
   *
   * @throws AuthException {@link ErrorCode#TOKEN_INVALID} when it is absent
   */
  public String requiredText(String claim) {
    return text(claim)
        .orElseThrow(() -> JwtVerifier.invalid("the access token lacks the claim " + claim));
  }

  /** Whether a claim is there and anything but the boolean false: text for a boolean counts. */
  public boolean isSet(String claim) {
    Object value = claims.get(claim);
    return value != null && !Boolean.FALSE.equals(value);
  }

  @Override
  public String toString() {
    return "VerifiedJwt[" + profile.name() + "]";
  }
}
