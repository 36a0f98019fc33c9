package dev.keyway.emulator.internal.webauthn;

import java.util.Optional;

/**
 * A browser's answer to {@code navigator.credentials.get()}, decoded and not yet verified: all that
 * it says is a claim, good for looking something up.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#dictdef-authenticationresponsejson">
 *     AuthenticationResponseJSON</a>
 */
public final class AssertionResponse {
  private final CredentialJson credential;
  private final ClientData clientData;
  private final Octets authenticatorData;
  private final Octets signature;
  private final Optional<Octets> userHandle;

  private AssertionResponse(CredentialJson credential) throws WebAuthnRefusal {
    this.credential = credential;
    this.clientData =
        ClientData.parse(
            credential.binary("clientDataJSON", CredentialField.CLIENT_DATA_JSON, 8 * 1024));
    this.authenticatorData =
        credential.binary("authenticatorData", CredentialField.AUTHENTICATOR_DATA, 8 * 1024);
    this.signature = credential.binary("signature", CredentialField.SIGNATURE, 2 * 1024);
    this.userHandle = credential.optionalBinary("userHandle", CredentialField.USER_HANDLE, 64);
  }

  /**
   * Decodes the JSON.
   *
   * @throws WebAuthnRefusal with {@link RefusalReason#MISSING_FIELD} or {@link
   *     RefusalReason#MALFORMED_FIELD}
   */
  public static AssertionResponse parse(String json, Base64Form form) throws WebAuthnRefusal {
    return new AssertionResponse(new CredentialJson(json, form));
  }

  /** The id of the credential that claims to have signed. */
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

  /** Who the authenticator claims the user is; always there for discoverable credentials. */
  public Optional<Octets> userHandle() {
    return userHandle;
  }

  ClientData clientData() {
    return clientData;
  }

  Octets authenticatorData() {
    return authenticatorData;
  }

  Octets signature() {
    return signature;
  }
}
