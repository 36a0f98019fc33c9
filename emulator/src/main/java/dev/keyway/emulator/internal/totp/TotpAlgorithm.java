package dev.keyway.emulator.internal.totp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The hash functions of RFC 6238.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238#section-1.2">RFC 6238 section 1.2</a>
 */
public enum TotpAlgorithm {
  /** What apps take for granted. */
  SHA1,
  SHA256,
  SHA512;

  /** The one of that name in an {@code otpauth} URI, in either case. */
  static Optional<TotpAlgorithm> named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> one.name().equals(upper)).findFirst();
  }
}
