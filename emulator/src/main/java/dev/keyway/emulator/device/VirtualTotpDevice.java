package dev.keyway.emulator.device;

import dev.keyway.emulator.internal.totp.OtpauthUri;
import dev.keyway.emulator.internal.totp.Totp;
import dev.keyway.emulator.internal.totp.TotpKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * An authenticator app: shows the code of the moment for one account. Its time is the one it is
 * given, usually a world's clock, so advancing that clock turns the code.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
public final class VirtualTotpDevice {
  private final TotpKey key;
  private final Totp totp;
  private final InstantSource clock;

  private VirtualTotpDevice(TotpKey key, Totp totp, InstantSource clock) {
    this.key = key;
    this.totp = totp;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * From a key as one types it: base 32, either case, blanks allowed; SHA-1, 6 digits, 30 seconds.
   *
   * @throws IllegalArgumentException if it is not base 32
   */
  public static VirtualTotpDevice fromBase32(String key, InstantSource clock) {
    return new VirtualTotpDevice(TotpKey.ofBase32(key), Totp.rfc6238(0), clock);
  }

  /**
   * From what a QR code contains: {@code otpauth://totp/…}, with its algorithm ({@code SHA1},
   * {@code SHA256} or {@code SHA512}; default SHA-1), digits and period.
   *
   * @throws IllegalArgumentException if it is not such a URI, or asks for another algorithm
   */
  public static VirtualTotpDevice fromUri(String otpauthUri, InstantSource clock) {
    OtpauthUri uri = OtpauthUri.parse(otpauthUri);
    return new VirtualTotpDevice(
        uri.key(), new Totp(uri.algorithm(), uri.digits(), uri.period(), 0), clock);
  }

  /** The code shown now. */
  public String code() {
    return codeAt(clock.instant());
  }

  /** The code shown at {@code moment}. */
  public String codeAt(Instant moment) {
    return totp.codeAt(key, moment);
  }

  /** The code that comes after the present one. */
  public String next() {
    return codeAt(clock.instant().plus(totp.period()));
  }

  /** The code that was shown before the present one. */
  public String previous() {
    return codeAt(clock.instant().minus(totp.period()));
  }

  /** A code of the right form that no step within five minutes of now has. */
  public String wrongCode() {
    Totp tolerant = new Totp(totp.algorithm(), totp.digits(), totp.period(), 10);
    for (int i = 0; ; i++) {
      String candidate = Integer.toString(i);
      candidate = "0".repeat(totp.digits() - candidate.length()) + candidate;
      if (tolerant.match(key, candidate, clock.instant()).isEmpty()) {
        return candidate;
      }
    }
  }

  /** How long a code is shown. */
  public Duration period() {
    return totp.period();
  }

  @Override
  public String toString() {
    return "VirtualTotpDevice[" + totp.digits() + " digits, key redacted]";
  }
}
