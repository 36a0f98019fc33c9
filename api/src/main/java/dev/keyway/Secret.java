package dev.keyway;

/**
 * A password or another secret that a person knows. Any Unicode text; providers set their own
 * limits.
 */
public final class Secret extends SensitiveValue {

  private Secret(String value) {
    super(value, "secret");
  }

  /**
   * Wraps a secret exactly as given: nothing is trimmed.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} when it is null or blank
   */
  public static Secret of(String value) {
    return new Secret(value);
  }
}
