package dev.keyway.providers.stackauth;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.providers.http.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a browser's {@code credential.toJSON()} gave. The server fails without an error of its own
 * when one was made for another ceremony, and uses up the challenge; so what can be seen from here
 * is checked before it is sent. Whether it is genuine is for the server to say.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-registering-a-new-credential">Web
 *     Authentication, section 7</a>
 */
final class BrowserCredential {

  private static final int MAX_LENGTH = 65_536;
  private static final int HASH_BYTES = 32;
  private static final int FLAGS_BYTES = 1;

  private final Map<String, @Nullable Object> json;
  private final Map<?, ?> response;

  private BrowserCredential(Map<String, @Nullable Object> json, Map<?, ?> response) {
    this.json = json;
    this.response = response;
  }

  static BrowserCredential created(String text) {
    return read(text, "attestationObject");
  }

  static BrowserCredential asserted(String text) {
    return read(text, "authenticatorData", "signature");
  }

  private static BrowserCredential read(String text, String... binaries) {
    if (text.length() > MAX_LENGTH) {
      throw malformed();
    }
    Map<String, @Nullable Object> json =
        JsonText.object(text).orElseThrow(BrowserCredential::malformed);
    if (!(json.get("response") instanceof Map<?, ?> response)
        || !"public-key".equals(json.get("type"))) {
      throw malformed();
    }
    BrowserCredential credential = new BrowserCredential(json, response);
    binary(json.get("id"));
    binary(json.get("rawId"));
    credential.binary("clientDataJSON");
    for (String binary : binaries) {
      credential.binary(binary);
    }
    return credential;
  }

  /** Refuses it unless it was made for this ceremony. */
  void requireMadeFor(String type, String challenge) {
    Map<String, @Nullable Object> clientData =
        JsonText.object(new String(binary("clientDataJSON"), StandardCharsets.UTF_8))
            .orElseThrow(BrowserCredential::malformed);
    if (!type.equals(clientData.get("type"))) {
      throw refused("is of another kind of ceremony");
    }
    if (!challenge.equals(clientData.get("challenge"))) {
      throw refused("answers another challenge");
    }
  }

  /** Refuses an assertion unless the authenticator made it for this domain. */
  void requireRelyingParty(String relyingPartyId) {
    byte[] data = binary("authenticatorData");
    if (data.length < HASH_BYTES + FLAGS_BYTES
        || !MessageDigest.isEqual(Arrays.copyOf(data, HASH_BYTES), sha256(relyingPartyId))) {
      throw refused("is for another relying party");
    }
  }

  /** The user whom the authenticator believes to sign in, if it says. */
  Optional<String> userHandle() {
    return response.get("userHandle") == null
        ? Optional.empty()
        : Optional.of(new String(binary("userHandle"), StandardCharsets.UTF_8));
  }

  Map<String, @Nullable Object> json() {
    return json;
  }

  private byte[] binary(String field) {
    return binary(response.get(field));
  }

  private static byte[] binary(@Nullable Object value) {
    if (value instanceof String text && !text.isEmpty() && text.indexOf('=') < 0) {
      try {
        return Base64.getUrlDecoder().decode(text);
      } catch (IllegalArgumentException e) {
        throw malformed();
      }
    }
    throw malformed();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

  static AuthException refused(String why) {
    return AuthException.of(ErrorCode.PASSKEY_REFUSED, "The passkey's answer " + why);
  }

  private static AuthException malformed() {
    return AuthException.of(
        ErrorCode.INVALID_ARGUMENT, "credentialJson is not what a browser's toJSON() gives");
  }
}
