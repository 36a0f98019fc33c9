package dev.keyway.emulator.internal.totp;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the QR code of a TOTP enrolment carries. It contains the key, so {@link #toString} does not
 * show it.
 *
 * @param issuer who the account is with; may be empty
 * @param account the account's name as the app shows it
 * @param key the shared secret
 * @param algorithm the hash function
 * @param digits 6 to 8
 * @param period whole seconds
 * @see <a href="https://github.com/google/google-authenticator/wiki/Key-Uri-Format">Key URI
 *     format</a>
 */
public record OtpauthUri(
    String issuer,
    String account,
    TotpKey key,
    TotpAlgorithm algorithm,
    int digits,
    Duration period) {
  private static final String PREFIX = "otpauth://totp/";

  /**
   * Checks the parameters as {@link Totp} does.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public OtpauthUri {
    Objects.requireNonNull(key, "key");
    new Totp(algorithm, digits, period, 0);
  }

  /** SHA-1, 6 digits and 30 seconds, which apps take for granted. */
  public static OtpauthUri of(String issuer, String account, TotpKey key) {
    return new OtpauthUri(issuer, account, key, TotpAlgorithm.SHA1, 6, Duration.ofSeconds(30));
  }

  /**
   * Reads a URI. The first literal colon of the label separates issuer and account; an encoded one
   * is part of either.
   *
   * @throws IllegalArgumentException if it is not {@code otpauth://totp/…} with a base 32 secret,
   *     or demands an algorithm that RFC 6238 does not have
   */
  public static OtpauthUri parse(String uri) {
    if (uri.length() > 4096 || !uri.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
      throw new IllegalArgumentException("not an otpauth URI of type totp");
    }
    int question = uri.indexOf('?');
    if (question < 0) {
      throw new IllegalArgumentException("an otpauth URI without a secret");
    }
    String label = uri.substring(PREFIX.length(), question).replace("+", "%2B");
    Map<String, String> parameters = parameters(uri.substring(question + 1));
    String secret = parameters.get("secret");
    if (secret == null) {
      throw new IllegalArgumentException("an otpauth URI without a secret");
    }
    TotpAlgorithm algorithm =
        TotpAlgorithm.named(parameters.getOrDefault("algorithm", "SHA1"))
            .orElseThrow(
                () ->
                    new IllegalArgumentException("the algorithm is none of SHA1, SHA256, SHA512"));
    int colon = label.indexOf(':');
    String account = decode(label.substring(colon + 1)).strip();
    String before = colon < 0 ? "" : decode(label.substring(0, colon));
    String issuer = parameters.getOrDefault("issuer", before);
    return new OtpauthUri(
        issuer,
        account,
        TotpKey.ofBase32(secret),
        algorithm,
        Integer.parseInt(parameters.getOrDefault("digits", "6")),
        Duration.ofSeconds(Long.parseLong(parameters.getOrDefault("period", "30"))));
  }

  /** The URI. Parameters at their defaults are left out, which keeps the QR code small. */
  public URI uri() {
    StringBuilder out = new StringBuilder(PREFIX);
    if (!issuer.isEmpty()) {
      out.append(encode(issuer)).append(':');
    }
    out.append(encode(account)).append("?secret=").append(key.base32());
    if (!issuer.isEmpty()) {
      out.append("&issuer=").append(encode(issuer));
    }
    if (algorithm != TotpAlgorithm.SHA1) {
      out.append("&algorithm=").append(algorithm);
    }
    if (digits != 6) {
      out.append("&digits=").append(digits);
    }
    if (period.toSeconds() != 30) {
      out.append("&period=").append(period.toSeconds());
    }
    return URI.create(out.toString());
  }

  @Override
  public String toString() {
    return "OtpauthUri[issuer=" + issuer + ", account and key redacted]";
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = decode(pair.substring(0, equals)).toLowerCase(Locale.ROOT);
        parameters.putIfAbsent(name, decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String encode(String text) {
    // A plus means a blank only in forms: authenticator apps show it as it stands.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
