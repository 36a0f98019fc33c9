package dev.keyway.emulator.internal.stytch.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.webauthn.StoredCredential;

/**
 * A passkey that belongs to a user. It is kept from the moment it is verified: an unfinished
 * registration is a challenge only.
 *
 * @param id registration id
 * @param domain the relying party's id
 * @param userAgent of the browser that made it; may be empty
 * @param authenticatorType {@code platform}, {@code cross-platform} or empty
 * @param name given by the user; may be empty
 * @param credential what verifies its assertions
 */
public record WebAuthnRegistration(
    String id,
    String domain,
    String userAgent,
    String authenticatorType,
    String name,
    StoredCredential credential) {
  /** What makes it unique in its project. */
  public String credentialId() {
    return credential.id().base64Url();
  }

  public WebAuthnRegistration named(String given) {
    return new WebAuthnRegistration(id, domain, userAgent, authenticatorType, given, credential);
  }

  public WebAuthnRegistration with(StoredCredential used) {
    return new WebAuthnRegistration(id, domain, userAgent, authenticatorType, name, used);
  }

  public ObjectNode json() {
    return Json.object()
        .put("webauthn_registration_id", id)
        .put("domain", domain)
        .put("user_agent", userAgent)
        .put("verified", true)
        .put("authenticator_type", authenticatorType)
        .put("name", name);
  }
}
