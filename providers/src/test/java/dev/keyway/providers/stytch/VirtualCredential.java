package dev.keyway.providers.stytch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a browser's {@code toJSON()} gives, as far as the library looks at it. */
final class VirtualCredential {

  private VirtualCredential() {}

  static String registration(String challenge) {
    return json("webauthn.create", challenge, "\"attestationObject\":\"AAAA\"");
  }

  static String assertion(String challenge) {
    return json("webauthn.get", challenge, "\"authenticatorData\":\"AAAA\",\"signature\":\"AAAA\"");
  }

  private static String json(String type, String challenge, String response) {
    String clientData = "{\"type\":\"%s\",\"challenge\":\"%s\"}".formatted(type, challenge);
    return """
        {"id":"AQ","rawId":"AQ","type":"public-key","clientExtensionResults":{},
         "response":{"clientDataJSON":"%s",%s}}"""
        .formatted(
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(clientData.getBytes(StandardCharsets.UTF_8)),
            response);
  }
}
