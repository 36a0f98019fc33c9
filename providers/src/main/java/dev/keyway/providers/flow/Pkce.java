package dev.keyway.providers.flow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A proof key by the method {@code S256}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4">RFC 7636, section 4</a>
 */
public final class Pkce {

  private final String verifier;

  private Pkce(String verifier) {
    this.verifier = verifier;
  }

  /** A new one. */
  public static Pkce next(SecureRandom random) {
    return new Pkce(RandomText.next(random));
  }

  /** One whose verifier is known. */
  public static Pkce of(String verifier) {
    return new Pkce(verifier);
  }

  /** The secret half, for the end of the flow. */
  public String verifier() {
    return verifier;
  }

  /** The public half, for the start of the flow. */
  public String challenge() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Pkce[redacted]";
  }
}
