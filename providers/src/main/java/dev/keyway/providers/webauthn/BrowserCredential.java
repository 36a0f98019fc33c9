package dev.keyway.providers.webauthn;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a browser's {@code credential.toJSON()} gave. A vendor may use up the challenge for an
 * answer that was made for another ceremony, or fail without an error of its own; so what can be
 * seen from here is checked before anything is sent. Whether it is genuine is for the vendor to
 * say.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-registering-a-new-credential">Web
 *     Authentication, section 7</a>
 */
public final class BrowserCredential {

  private static final int MAX_LENGTH = 64 * 1024;
  private static final int HASH_BYTES = 32;
  private static final int FLAGS_BYTES = 1;
  private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

  private final String text;
  private final JsonNode credential;
  private final Base64Form form;

  private BrowserCredential(String text, JsonNode credential, Base64Form form) {
    this.text = text;
    this.credential = credential;
    this.form = form;
  }

  /**
   * What {@code navigator.credentials.create()} gave.
   *
   * @param form how its binary values may be written
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} when it is not of the form
   */
  static BrowserCredential created(String text, Base64Form form) {
    return read(text, form, "attestationObject");
  }

  /**
   * What {@code navigator.credentials.get()} gave.
   *
   * @param form how its binary values may be written
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} when it is not of the form
   */
  static BrowserCredential asserted(String text, Base64Form form) {
    return read(text, form, "authenticatorData", "signature");
  }

  /**
   * What finishes a registration: {@link #created}, and made for this challenge.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} or {@link ErrorCode#PASSKEY_REFUSED}
   */
  public static BrowserCredential registration(String text, Base64Form form, String challenge) {
    BrowserCredential credential = created(text, form);
    credential.requireMadeFor("webauthn.create", challenge);
    return credential;
  }

  /**
   * What finishes a sign-in: {@link #asserted}, and made for this challenge.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} or {@link ErrorCode#PASSKEY_REFUSED}
   */
  public static BrowserCredential assertion(String text, Base64Form form, String challenge) {
    BrowserCredential credential = asserted(text, form);
    credential.requireMadeFor("webauthn.get", challenge);
    return credential;
  }

  private static BrowserCredential read(String text, Base64Form form, String... binaries) {
    if (text.length() > MAX_LENGTH) {
      throw malformed("is longer than " + MAX_LENGTH + " characters");
    }
    JsonNode json = StrictJson.object(text).orElseThrow(() -> malformed("is not a JSON object"));
    if (!"public-key".equals(json.path("type").textValue())) {
      throw malformed("is not a public key credential");
    }
    BrowserCredential credential = new BrowserCredential(text, json, form);
    credential.binary(json, "id");
    credential.binary(json, "rawId");
    credential.binary("clientDataJSON");
    for (String binary : binaries) {
      credential.binary(binary);
    }
    return credential;
  }

  /**
   * Refuses it unless it was made for this ceremony.
   *
   * @param type {@code webauthn.create} or {@code webauthn.get}
   * @param challenge as it stood in the options
   * @throws AuthException {@link ErrorCode#PASSKEY_REFUSED}, or {@link ErrorCode#INVALID_ARGUMENT}
   *     when its client data are none
   */
  void requireMadeFor(String type, String challenge) {
    JsonNode clientData =
        utf8(binary("clientDataJSON"))
            .flatMap(StrictJson::object)
            .orElseThrow(() -> malformed("has client data that are not a JSON object"));
    String answered = clientData.path("challenge").textValue();
    if (answered == null) {
      throw malformed("has client data without a challenge");
    }
    if (!type.equals(clientData.path("type").textValue())) {
      throw refused("is of another kind of ceremony");
    }
    if (!Base64Form.unpadded(challenge).equals(Base64Form.unpadded(answered))) {
      throw refused("answers another challenge");
    }
  }

  /**
   * Refuses an assertion unless the authenticator made it for this domain.
   *
   * @throws AuthException {@link ErrorCode#PASSKEY_REFUSED}
   */
  public void requireRelyingParty(String relyingPartyId) {
    byte[] data = binary("authenticatorData");
    if (data.length < HASH_BYTES + FLAGS_BYTES
        || !MessageDigest.isEqual(Arrays.copyOf(data, HASH_BYTES), sha256(relyingPartyId))) {
      throw refused("is for another relying party");
    }
  }

  /**
   * Refuses an assertion unless the authenticator believes that it is this user's.
   *
   * @throws AuthException {@link ErrorCode#PASSKEY_REFUSED}
   */
  public void requireUser(String userHandle) {
    JsonNode handle = credential.path("response").path("userHandle");
    boolean says = !handle.isMissingNode() && !handle.isNull();
    if (!says || !utf8(binary("userHandle")).equals(Optional.of(userHandle))) {
      throw refused("is of another user");
    }
  }

  /** As it came. */
  public String text() {
    return text;
  }

  /** As a tree of maps, lists, texts, numbers and booleans, to be put into another document. */
  public Map<String, @Nullable Object> json() {
    return StrictJson.MAPPER.convertValue(credential, TREE);
  }

  private byte[] binary(String name) {
    return binary(credential.path("response"), name);
  }

  private byte[] binary(JsonNode parent, String name) {
    String value = parent.path(name).textValue();
    return Optional.ofNullable(value)
        .flatMap(form::decode)
        .orElseThrow(() -> malformed("has no " + name + " in base64url"));
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  private static AuthException malformed(String problem) {
    return AuthException.of(ErrorCode.INVALID_ARGUMENT, "credentialJson " + problem);
  }

  private static AuthException refused(String problem) {
    return AuthException.of(ErrorCode.PASSKEY_REFUSED, "The passkey's answer " + problem);
  }

  /** Not what it holds. */
  @Override
  public String toString() {
    return "BrowserCredential";
  }
}
