package dev.keyway;

/**
 * The short-lived, signed half of a session: a JWT that {@link Sessions#verify} checks without a
 * call.
 *
 * <p>It stays valid until it expires, even after its session was revoked.
 */
public final class AccessToken extends SensitiveValue {

  private AccessToken(String value) {
    super(value, "accessToken");
  }

  /**
   * Wraps a token as the provider issued it.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} when it is null or blank
   */
  public static AccessToken of(String value) {
    return new AccessToken(value);
  }
}
