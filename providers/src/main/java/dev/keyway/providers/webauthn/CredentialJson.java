package dev.keyway.providers.webauthn;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/**
 * What a browser's {@code credential.toJSON()} gave. The vendor verifies it; here it is only seen
 * to that it has the form and answers the challenge that the handle was made for.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#dictdef-registrationresponsejson">WebAuthn 3,
 *     RegistrationResponseJSON</a>
 */
public final class CredentialJson {

  private static final int MAX_LENGTH = 64 * 1024;
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(32).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String text;
  private final String challenge;

  private CredentialJson(String text, String challenge) {
    this.text = text;
    this.challenge = challenge;
  }

  /**
   * What {@code create()} gave.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} when it is not of the form
   */
  public static CredentialJson registration(String json) {
    return read(json, List.of("clientDataJSON", "attestationObject"));
  }

  /**
   * What {@code get()} gave.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} when it is not of the form
   */
  public static CredentialJson assertion(String json) {
    return read(json, List.of("clientDataJSON", "authenticatorData", "signature"));
  }

  /** The challenge in the options that a vendor made; such JSON without one is not a vendor's. */
  public static String challengeOf(String optionsJson) {
    try {
      JsonNode challenge = JSON.readTree(optionsJson).path("challenge");
      if (challenge.isTextual() && !challenge.asText().isBlank()) {
        return unpadded(challenge.asText());
      }
    } catch (JsonProcessingException e) {
      // Told below: the parser's own message quotes what it read.
    }
    throw AuthException.of(
        ErrorCode.INVALID_RESPONSE, "The provider's passkey options have no challenge");
  }

  /**
   * Requires that it answers this challenge and no other.
   *
   * @throws AuthException {@link ErrorCode#PASSKEY_REFUSED}
   */
  public void requireChallenge(String expected) {
    if (!MessageDigest.isEqual(bytes(challenge), bytes(unpadded(expected)))) {
      throw AuthException.of(
          ErrorCode.PASSKEY_REFUSED, "The passkey answers another ceremony's challenge");
    }
  }

  /** As it came. */
  public String text() {
    return text;
  }

  private static CredentialJson read(String json, List<String> parts) {
    if (json.length() > MAX_LENGTH) {
      throw malformed("is longer than " + MAX_LENGTH + " characters");
    }
    JsonNode credential = parse(json);
    if (!"public-key".equals(credential.path("type").asText())) {
      throw malformed("is not a public key credential");
    }
    requireBase64(credential.path("id"), "id");
    requireBase64(credential.path("rawId"), "rawId");
    JsonNode response = credential.path("response");
    for (String part : parts) {
      requireBase64(response.path(part), part);
    }
    JsonNode clientData = clientData(response.path("clientDataJSON").asText());
    if (!clientData.path("challenge").isTextual()) {
      throw malformed("has client data without a challenge");
    }
    return new CredentialJson(json, unpadded(clientData.path("challenge").asText()));
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw malformed("is not JSON");
    }
  }

  private static JsonNode clientData(String base64) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(unpadded(base64)));
    } catch (IOException e) {
      throw malformed("has client data that is not JSON");
    }
  }

  private static void requireBase64(JsonNode node, String name) {
    boolean right = node.isTextual() && !node.asText().isEmpty();
    if (right) {
      try {
        Base64.getUrlDecoder().decode(unpadded(node.asText()));
      } catch (IllegalArgumentException e) {
        right = false;
      }
    }
    if (!right) {
      throw malformed("has no " + name + " in base64url");
    }
  }

  private static String unpadded(String base64) {
    return base64.replaceAll("=+$", "");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static AuthException malformed(String problem) {
    return AuthException.of(ErrorCode.INVALID_ARGUMENT, "credentialJson " + problem);
  }

  @Override
  public String toString() {
    return "CredentialJson";
  }
}
