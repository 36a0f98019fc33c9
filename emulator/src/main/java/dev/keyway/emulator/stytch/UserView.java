package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.core.Address;
import dev.keyway.emulator.core.Password;
import dev.keyway.emulator.http.Json;
import java.time.Instant;

/** How a user is shown. Lists are never null; absent texts are empty, absent times null. */
final class UserView {
  private UserView() {}

  static ObjectNode of(StytchUser user, Instant now) {
    boolean locked = UserLocks.locked(user, now);
    ObjectNode json = Json.object().put("user_id", user.id());
    json.putObject("name")
        .put("first_name", user.firstName)
        .put("middle_name", user.middleName)
        .put("last_name", user.lastName);
    json.set("emails", emails(user));
    json.set("phone_numbers", phoneNumbers(user));
    json.putArray("providers");
    json.putArray("webauthn_registrations");
    json.putArray("biometric_registrations");
    json.putArray("totps");
    json.putArray("crypto_wallets");
    json.set("password", user.password().map(UserView::password).orElse(null));
    json.put("status", user.pending ? "pending" : "active");
    user.roles.forEach(json.putArray("roles")::add);
    json.put("is_locked", locked)
        .put("lock_created_at", Timestamps.micros(locked ? user.lockedAt : null))
        .put("lock_expires_at", Timestamps.micros(locked ? user.lockExpiresAt : null))
        .put("external_id", user.externalId)
        .put("created_at", Timestamps.micros(user.createdAt()));
    json.set("trusted_metadata", user.trustedMetadata);
    json.set("untrusted_metadata", user.untrustedMetadata);
    return json;
  }

  static ArrayNode emails(StytchUser user) {
    ArrayNode emails = Json.array();
    for (Address email : user.addresses(Address.Kind.EMAIL)) {
      emails
          .addObject()
          .put("email_id", email.id())
          .put("email", email.value())
          .put("verified", email.verified());
    }
    return emails;
  }

  static ArrayNode phoneNumbers(StytchUser user) {
    ArrayNode phones = Json.array();
    for (Address phone : user.addresses(Address.Kind.PHONE)) {
      phones
          .addObject()
          .put("phone_id", phone.id())
          .put("phone_number", phone.value())
          .put("verified", phone.verified());
    }
    return phones;
  }

  private static ObjectNode password(Password password) {
    return Json.object()
        .put("password_id", password.id())
        .put("requires_reset", password.resetRequired());
  }
}
