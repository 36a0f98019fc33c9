package dev.keyway.emulator.internal.webauthn;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the browser said it did: the decoded {@code clientDataJSON}.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#dictionary-client-data">CollectedClientData</a>
 */
record ClientData(Octets json, String type, Octets challenge, String origin) {
  static ClientData parse(Octets json) throws WebAuthnRefusal {
    JsonNode tree = StrictJson.object(json.bytes(), CredentialField.CLIENT_DATA_JSON);
    JsonNode type = tree.path("type");
    JsonNode challenge = tree.path("challenge");
    JsonNode origin = tree.path("origin");
    if (!type.isTextual() || !challenge.isTextual() || !origin.isTextual()) {
      throw WebAuthnRefusal.malformed(CredentialField.CLIENT_DATA_JSON);
    }
    try {
      Octets decoded = Octets.decode(challenge.textValue(), Base64Form.URL);
      return new ClientData(json, type.textValue(), decoded, origin.textValue());
    } catch (IllegalArgumentException e) {
      throw WebAuthnRefusal.malformed(CredentialField.CLIENT_DATA_JSON);
    }
  }

  /**
   * Compares with what was asked, in the order of the standard.
   *
   * @return the relying party id that the authenticator must have signed for
   */
  String expect(String expectedType, Octets expectedChallenge, OriginRule origins)
      throws WebAuthnRefusal {
    if (!type.equals(expectedType)) {
      throw WebAuthnRefusal.of(
          RefusalReason.WRONG_TYPE, "the client data is not of type " + expectedType);
    }
    if (!challenge.equals(expectedChallenge)) {
      throw WebAuthnRefusal.of(
          RefusalReason.WRONG_CHALLENGE, "the client data answers another challenge");
    }
    return origins
        .rpIdFor(origin)
        .orElseThrow(
            () ->
                WebAuthnRefusal.of(RefusalReason.WRONG_ORIGIN, "the page's origin is not allowed"));
  }
}
