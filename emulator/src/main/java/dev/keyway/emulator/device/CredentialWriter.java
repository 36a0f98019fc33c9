package dev.keyway.emulator.device;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.webauthn.Octets;
import java.util.Optional;

/**
 * Writes credentials as the browser's {@code toJSON()} does.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#dictdef-registrationresponsejson">
 *     RegistrationResponseJSON</a>
 */
final class CredentialWriter {
  private CredentialWriter() {}

  static String registration(
      Device device,
      HeldCredential created,
      byte[] clientData,
      byte[] authenticatorData,
      byte[] attestationObject,
      boolean credProps) {
    ObjectNode json = envelope(device, created);
    ObjectNode response = json.putObject("response");
    response.put("clientDataJSON", base64Url(clientData));
    response.put("authenticatorData", base64Url(authenticatorData));
    ArrayNode transports = response.putArray("transports");
    device.transports().forEach(transports::add);
    response.put("publicKey", base64Url(created.key().spki()));
    response.put("publicKeyAlgorithm", created.key().algorithm().coseId());
    response.put("attestationObject", base64Url(attestationObject));
    ObjectNode extensions = json.putObject("clientExtensionResults");
    if (credProps) {
      extensions.putObject("credProps").put("rk", created.discoverable());
    }
    return json.toString();
  }

  static String assertion(
      Device device,
      HeldCredential credential,
      byte[] clientData,
      byte[] authenticatorData,
      byte[] signature,
      Optional<Octets> userHandle) {
    ObjectNode json = envelope(device, credential);
    ObjectNode response = json.putObject("response");
    response.put("clientDataJSON", base64Url(clientData));
    response.put("authenticatorData", base64Url(authenticatorData));
    response.put("signature", base64Url(signature));
    userHandle.ifPresent(handle -> response.put("userHandle", handle.base64Url()));
    json.putObject("clientExtensionResults");
    return json.toString();
  }

  private static ObjectNode envelope(Device device, HeldCredential credential) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", credential.id().base64Url());
    json.put("rawId", credential.id().base64Url());
    json.put("type", "public-key");
    json.put("authenticatorAttachment", device.attachment().jsonName());
    return json;
  }

  private static String base64Url(byte[] bytes) {
    return Octets.of(bytes).base64Url();
  }
}
