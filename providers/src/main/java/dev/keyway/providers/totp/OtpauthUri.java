package dev.keyway.providers.totp;

import dev.keyway.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The URI that authenticator apps read from a QR code.
 *
 * @see <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI
 *     format</a>
 */
public final class OtpauthUri {

  private OtpauthUri() {}

  /** With the parameters of {@link TotpKey}. */
  public static Secret of(String issuer, String accountName, TotpKey key) {
    return of(issuer, accountName, key.base32());
  }

  /** The same for a key that a vendor made, in base 32. */
  public static Secret of(String issuer, String accountName, String base32) {
    return Secret.of(
        "otpauth://totp/"
            + encode(issuer)
            + ":"
            + encode(accountName)
            + "?secret="
            + encode(base32)
            + "&issuer="
            + encode(issuer)
            + "&algorithm=SHA1&digits=6&period=30");
  }

  /** A colon of the names is encoded: only the literal one separates issuer and account. */
  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
