package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.http.Json;

/**
 * A passkey that belongs to a user.
 *
 * @param id registration id
 * @param domain the relying party's id
 * @param userAgent of the browser that made it; may be empty
 * @param authenticatorType {@code platform}, {@code cross-platform} or empty
 * @param name given by the user; may be empty
 * @param credentialId base 64 (URL-safe, without padding)
 */
record WebAuthnRegistration(
    String id,
    String domain,
    String userAgent,
    String authenticatorType,
    String name,
    String credentialId) {
  ObjectNode json() {
    return Json.object()
        .put("webauthn_registration_id", id)
        .put("domain", domain)
        .put("user_agent", userAgent)
        .put("verified", true)
        .put("authenticator_type", authenticatorType)
        .put("name", name);
  }
}
