package dev.keyway.emulator.internal.webauthn;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.device.VirtualAuthenticator;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** A relying party with one user, one challenge and options to match. */
final class RelyingPartyForTests {
  static final String RP_ID = "example.com";
  static final String ORIGIN = "https://app.example.com";
  static final Octets CHALLENGE = octets("0123456789abcdef0123456789abcdef");
  static final Octets USER = octets("user-1");
  static final OriginRule ORIGINS = OriginRule.domain(RP_ID);

  private final WebAuthnVerifier verifier = new WebAuthnVerifier();

  static Octets octets(String text) {
    return Octets.of(text.getBytes(StandardCharsets.UTF_8));
  }

  String creationOptions(int... algorithms) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("rp").put("id", RP_ID).put("name", "Example");
    json.putObject("user")
        .put("id", USER.base64Url())
        .put("name", "jane@example.org")
        .put("displayName", "Jane");
    json.put("challenge", CHALLENGE.base64Url());
    for (int algorithm : algorithms) {
      json.withArray("pubKeyCredParams")
          .addObject()
          .put("type", "public-key")
          .put("alg", algorithm);
    }
    json.put("attestation", "direct");
    json.putObject("authenticatorSelection")
        .put("residentKey", "required")
        .put("userVerification", "preferred");
    json.putObject("extensions").put("credProps", true);
    return json.toString();
  }

  String requestOptions() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("challenge", CHALLENGE.base64Url()).put("rpId", RP_ID);
    json.putArray("allowCredentials");
    json.put("userVerification", "preferred");
    return json.toString();
  }

  String create(VirtualAuthenticator authenticator) {
    return authenticator.create(creationOptions(-7, -257, -8), ORIGIN);
  }

  String get(VirtualAuthenticator authenticator) {
    return authenticator.get(requestOptions(), ORIGIN);
  }

  VerifiedRegistration register(String json) throws WebAuthnRefusal {
    return register(json, RegistrationExpectation.of(CHALLENGE, ORIGINS, USER));
  }

  VerifiedRegistration register(String json, RegistrationExpectation expected)
      throws WebAuthnRefusal {
    return verifier.register(RegistrationResponse.parse(json, Base64Form.URL), expected);
  }

  VerifiedAssertion authenticate(String json, StoredCredential stored) throws WebAuthnRefusal {
    return authenticate(json, stored, AssertionExpectation.of(CHALLENGE, ORIGINS));
  }

  VerifiedAssertion authenticate(
      String json, StoredCredential stored, AssertionExpectation expected) throws WebAuthnRefusal {
    return verifier.authenticate(AssertionResponse.parse(json, Base64Form.URL), stored, expected);
  }

  static RegistrationExpectation only(int... algorithms) {
    Set<Integer> set = new HashSet<>();
    for (int algorithm : algorithms) {
      set.add(algorithm);
    }
    return RegistrationExpectation.of(CHALLENGE, ORIGINS, USER).withAlgorithms(set);
  }
}
