package dev.keyway.emulator.internal.webauthn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The envelope that both ceremonies share, read with a limit for every part. The limits are several
 * times what real authenticators send.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-publickeycredential-interface">
 *     PublicKeyCredential</a>
 */
final class CredentialJson {
  private static final int MAX_JSON_CHARS = 128 * 1024;
  private static final int MAX_CREDENTIAL_ID_BYTES = 1023;

  private final JsonNode tree;
  private final JsonNode response;
  private final Base64Form form;
  private final Octets id;

  CredentialJson(String json, Base64Form form) throws WebAuthnRefusal {
    if (json.length() > MAX_JSON_CHARS) {
      throw WebAuthnRefusal.malformed(CredentialField.CREDENTIAL);
    }
    this.form = form;
    this.tree = StrictJson.object(json, CredentialField.CREDENTIAL);
    this.id = binary(tree, "id", CredentialField.ID, MAX_CREDENTIAL_ID_BYTES);
    Octets rawId = binary(tree, "rawId", CredentialField.RAW_ID, MAX_CREDENTIAL_ID_BYTES);
    if (!rawId.equals(id) || id.length() == 0) {
      throw WebAuthnRefusal.malformed(CredentialField.RAW_ID);
    }
    if (tree.path("type").isMissingNode()) {
      throw WebAuthnRefusal.missing(CredentialField.TYPE);
    }
    if (!"public-key".equals(tree.path("type").textValue())) {
      throw WebAuthnRefusal.malformed(CredentialField.TYPE);
    }
    this.response = tree.path("response");
    if (response.isMissingNode() || response.isNull()) {
      throw WebAuthnRefusal.missing(CredentialField.RESPONSE);
    }
    if (!response.isObject()) {
      throw WebAuthnRefusal.malformed(CredentialField.RESPONSE);
    }
  }

  Octets id() {
    return id;
  }

  JsonNode response() {
    return response;
  }

  Optional<String> attachment() {
    return Optional.ofNullable(tree.path("authenticatorAttachment").textValue());
  }

  Optional<Boolean> discoverable() {
    JsonNode rk = tree.path("clientExtensionResults").path("credProps").path("rk");
    return rk.isBoolean() ? Optional.of(rk.booleanValue()) : Optional.empty();
  }

  Octets binary(String name, CredentialField field, int maxBytes) throws WebAuthnRefusal {
    return binary(response, name, field, maxBytes);
  }

  Optional<Octets> optionalBinary(String name, CredentialField field, int maxBytes)
      throws WebAuthnRefusal {
    JsonNode node = response.path(name);
    return node.isMissingNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(binary(name, field, maxBytes));
  }

  private Octets binary(JsonNode parent, String name, CredentialField field, int maxBytes)
      throws WebAuthnRefusal {
    JsonNode node = parent.path(name);
    if (node.isMissingNode() || node.isNull()) {
      throw WebAuthnRefusal.missing(field);
    }
    String text = node.textValue();
    if (text == null) {
      throw WebAuthnRefusal.malformed(field);
    }
    try {
      Octets decoded = Octets.decode(text, form);
      if (decoded.length() <= maxBytes) {
        return decoded;
      }
    } catch (IllegalArgumentException e) {
      // The library's message quotes the input.
    }
    throw WebAuthnRefusal.malformed(field);
  }
}
