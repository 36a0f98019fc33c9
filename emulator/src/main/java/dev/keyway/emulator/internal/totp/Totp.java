package dev.keyway.emulator.internal.totp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Time-based one-time passwords.
 *
 * @param algorithm the hash function of the HMAC
 * @param digits how many digits a code has, 6 to 8
 * @param period how long one code is shown; whole seconds
 * @param skew how many steps before and after the present one are accepted
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
public record Totp(TotpAlgorithm algorithm, int digits, Duration period, int skew) {
  /**
   * Checks the parameters.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public Totp {
    if (digits < 6 || digits > 8) {
      throw new IllegalArgumentException("digits must be 6, 7 or 8");
    }
    if (period.toSeconds() < 1 || !period.equals(Duration.ofSeconds(period.toSeconds()))) {
      throw new IllegalArgumentException("period must be whole seconds, at least one");
    }
    if (skew < 0 || skew > 10) {
      throw new IllegalArgumentException("skew must be 0 to 10 steps");
    }
  }

  /** SHA-1, 6 digits, 30 seconds, and {@code skew} steps of tolerance to either side. */
  public static Totp rfc6238(int skew) {
    return new Totp(TotpAlgorithm.SHA1, 6, Duration.ofSeconds(30), skew);
  }

  /** The number of the step that {@code moment} falls in. */
  public long stepAt(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), period.toSeconds());
  }

  /** The code that a device shows at {@code moment}. */
  public String codeAt(TotpKey key, Instant moment) {
    return codeOfStep(key, stepAt(moment));
  }

  /** The HOTP value of RFC 4226 with {@code step} as its counter. */
  public String codeOfStep(TotpKey key, long step) {
    return Hotp.code(algorithm, key.bytes(), step, digits);
  }

  /**
   * The step whose code this is, if it is one of those accepted at {@code now}. A server that
   * refuses replays remembers the step and accepts only later ones. All accepted steps are computed
   * and compared in constant time whatever matches first.
   *
   * @param code what the person typed; anything but exactly {@link #digits} ASCII digits matches
   *     nothing
   */
  public OptionalLong match(TotpKey key, String code, Instant now) {
    if (!wellFormed(code)) {
      return OptionalLong.empty();
    }
    byte[] typed = code.getBytes(StandardCharsets.US_ASCII);
    long present = stepAt(now);
    OptionalLong matched = OptionalLong.empty();
    for (long step = present - skew; step <= present + skew; step++) {
      byte[] expected = codeOfStep(key, step).getBytes(StandardCharsets.US_ASCII);
      if (MessageDigest.isEqual(expected, typed)) {
        matched = OptionalLong.of(step);
      }
    }
    return matched;
  }

  /** Whether {@code code} is exactly {@link #digits} ASCII digits, no blanks. */
  public boolean wellFormed(String code) {
    return code.length() == digits && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
