package dev.keyway;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A value that must not leak: a password, a code, a token.
 *
 * <p>{@link #toString()} never shows it, equality takes the same time wherever two values differ,
 * and {@link #reveal()} is the only way to read it. Serialisation frameworks find no property on
 * it. Tokens and handles are {@link java.io.Serializable}, for HTTP sessions, and then hold their
 * value in clear; passwords and codes are not.
 */
public abstract sealed class SensitiveValue
    permits Secret, OneTimeCode, AccessToken, RenewalToken, ChallengeHandle {

  private final String value;

  SensitiveValue(@Nullable String value, String name) {
    this.value = Arguments.notBlank(value, name);
  }

  /**
   * The value itself. Call this where it goes on the wire, into a cookie or to the user, and
   * nowhere before.
   */
  public final String reveal() {
    return value;
  }

  /**
   * Whether {@code other} is of the same type and holds the same value, compared in constant time.
   */
  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof SensitiveValue that
        && getClass() == that.getClass()
        && MessageDigest.isEqual(bytes(value), bytes(that.value));
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  /** The type's name and nothing of the value. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[redacted]";
  }

  /** Not an encoding of Java's: those turn every half of a surrogate pair into the same one. */
  private static byte[] bytes(String text) {
    byte[] bytes = new byte[text.length() * 2];
    for (int i = 0; i < text.length(); i++) {
      bytes[2 * i] = (byte) (text.charAt(i) >>> 8);
      bytes[2 * i + 1] = (byte) text.charAt(i);
    }
    return bytes;
  }
}
