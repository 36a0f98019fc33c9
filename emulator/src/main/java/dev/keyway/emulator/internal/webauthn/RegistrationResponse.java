package dev.keyway.emulator.internal.webauthn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A browser's answer to {@code navigator.credentials.create()}, decoded and not yet verified: all
 * that it says is a claim, good for looking something up.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#dictdef-registrationresponsejson">
 *     RegistrationResponseJSON</a>
 */
public final class RegistrationResponse {
  private static final int MAX_TRANSPORTS = 16;
  private static final int MAX_TRANSPORT_CHARS = 32;

  private final CredentialJson credential;
  private final ClientData clientData;
  private final Octets attestationObject;

  private RegistrationResponse(CredentialJson credential) throws WebAuthnRefusal {
    this.credential = credential;
    this.clientData =
        ClientData.parse(
            credential.binary("clientDataJSON", CredentialField.CLIENT_DATA_JSON, 8 * 1024));
    this.attestationObject =
        credential.binary("attestationObject", CredentialField.ATTESTATION_OBJECT, 32 * 1024);
  }

  /**
   * Decodes the JSON.
   *
   * @throws WebAuthnRefusal with {@link RefusalReason#MISSING_FIELD} or {@link
   *     RefusalReason#MALFORMED_FIELD}
   */
  public static RegistrationResponse parse(String json, Base64Form form) throws WebAuthnRefusal {
    return new RegistrationResponse(new CredentialJson(json, form));
  }

  /** The id that the credential claims. */
  public Octets credentialId() {
    return credential.id();
  }

  /** The challenge that the response claims to answer. */
  public Octets challenge() {
    return clientData.challenge();
  }

  /** The origin of the page, as the response claims. */
  public String origin() {
    return clientData.origin();
  }

  ClientData clientData() {
    return clientData;
  }

  Octets attestationObject() {
    return attestationObject;
  }

  Optional<String> attachment() {
    return credential.attachment();
  }

  Optional<Boolean> discoverable() {
    return credential.discoverable();
  }

  /** Hints only, not signed by anybody: what is odd in them is left out. */
  Set<String> transports() {
    Set<String> transports = new TreeSet<>();
    for (JsonNode transport : credential.response().path("transports")) {
      String text = transport.textValue();
      if (text != null && text.length() <= MAX_TRANSPORT_CHARS) {
        transports.add(text);
      }
      if (transports.size() == MAX_TRANSPORTS) {
        break;
      }
    }
    return Set.copyOf(transports);
  }
}
