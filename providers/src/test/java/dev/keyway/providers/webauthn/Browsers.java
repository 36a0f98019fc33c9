package dev.keyway.providers.webauthn;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** What browsers' {@code toJSON()} gives, as far as the library looks at it. */
final class Browsers {

  private Browsers() {}

  static String created(String challenge) {
    return withClientData(clientData("webauthn.create", challenge));
  }

  static String withClientData(String clientData) {
    return withClientData(clientData.getBytes(StandardCharsets.UTF_8));
  }

  static String withClientData(byte[] clientData) {
    return credential(
        clientData, "\"attestationObject\":\"o2NmbXQ\",\"transports\":[\"internal\"]");
  }

  static String asserted(String challenge, String relyingPartyId, String user) {
    return credential(
        clientData("webauthn.get", challenge).getBytes(StandardCharsets.UTF_8),
        "\"authenticatorData\":\"%s\",\"signature\":\"c2ln\",\"userHandle\":\"%s\""
            .formatted(
                base64url(authenticatorData(relyingPartyId, 37)),
                base64url(user.getBytes(StandardCharsets.UTF_8))));
  }

  /** The hash of the domain, and zeros after it. */
  static byte[] authenticatorData(String relyingPartyId, int length) {
    return Arrays.copyOf(sha256(relyingPartyId), length);
  }

  static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String credential(byte[] clientData, String response) {
    return ("{\"id\":\"YWI\",\"rawId\":\"YWI\",\"type\":\"public-key\",\"response\":"
            + "{\"clientDataJSON\":\"%s\",%s},"
            + "\"clientExtensionResults\":{\"credProps\":{\"rk\":true}}}")
        .formatted(base64url(clientData), response);
  }

  private static String clientData(String type, String challenge) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"https://app.example.org\"}"
        .formatted(type, challenge);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
