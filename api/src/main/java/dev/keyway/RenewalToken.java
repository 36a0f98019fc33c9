package dev.keyway;

/**
 * The long-lived half of a session, checked by the provider at each use. It buys new access tokens:
 * keep it where scripts can't read it.
 */
public final class RenewalToken extends SensitiveValue {

  private RenewalToken(String value) {
    super(value, "renewalToken");
  }

  /**
   * Wraps a token as the provider issued it.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} when it is null or blank
   */
  public static RenewalToken of(String value) {
    return new RenewalToken(value);
  }
}
