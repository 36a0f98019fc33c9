package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.WireField;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
import dev.keyway.emulator.internal.stytch.protocol.Timestamps;
import dev.keyway.emulator.internal.stytch.state.OAuthRegistration;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import java.util.List;

/** A user on the wire. The vendor's Java SDK refuses a user that lacks a list. */
public final class UserView {
  private static final List<Attribute<?>> SHOWN =
      StytchUserRows.ALL.all().stream()
          .filter(row -> row.wire().filter(f -> f.readers() != WireField.Who.NOBODY).isPresent())
          .toList();

  private UserView() {}

  public static ObjectNode of(StytchProject project, StytchUser user) {
    ObjectNode json = Json.object().put("user_id", user.id());
    json.set("name", user.name.json());
    json.set("emails", emails(user));
    json.set("phone_numbers", phoneNumbers(user));
    json.set("providers", providers(user));
    ArrayNode passkeys = json.putArray("webauthn_registrations");
    user.webAuthnRegistrations.forEach(registration -> passkeys.add(registration.json()));
    ArrayNode biometrics = json.putArray("biometric_registrations");
    user.biometricRegistrations.forEach(
        one ->
            biometrics
                .addObject()
                .put("biometric_registration_id", one.id())
                .put("verified", one.verified()));
    ArrayNode totps = json.putArray("totps");
    user.totp()
        .ifPresent(t -> totps.addObject().put("totp_id", t.id()).put("verified", t.verified()));
    json.set("crypto_wallets", wallets(user));
    json.set(
        "password",
        user.password()
            .map(
                password ->
                    Json.object()
                        .put("password_id", password.id())
                        .put("requires_reset", password.resetRequired()))
            .orElse(null));
    json.put("status", status(user));
    user.allRoles().forEach(json.putArray("roles")::add);
    boolean locked = user.lockedAt(project.now());
    json.put("is_locked", locked)
        .put("lock_created_at", locked ? Timestamps.optional(user.lockedAt) : null)
        .put("lock_expires_at", locked ? Timestamps.optional(user.lockedUntil) : null)
        .put("created_at", Timestamps.text(user.createdAt()));
    for (Attribute<?> row : SHOWN) {
      json.set(row.wire().orElseThrow().name(), user.attributes().tree(row));
    }
    return json;
  }

  public static String status(StytchUser user) {
    return user.get(StytchUserRows.PENDING) ? "pending" : "active";
  }

  public static ArrayNode emails(StytchUser user) {
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

  public static ArrayNode phoneNumbers(StytchUser user) {
    ArrayNode numbers = Json.array();
    for (Address number : user.addresses(Address.Kind.PHONE)) {
      numbers
          .addObject()
          .put("phone_id", number.id())
          .put("phone_number", number.value())
          .put("verified", number.verified());
    }
    return numbers;
  }

  public static ArrayNode wallets(StytchUser user) {
    ArrayNode wallets = Json.array();
    user.cryptoWallets.forEach(
        wallet -> wallets.add(wallet.json().put("verified", wallet.verified())));
    return wallets;
  }

  private static ArrayNode providers(StytchUser user) {
    ArrayNode providers = Json.array();
    for (OAuthRegistration registration : user.oauthRegistrations) {
      providers
          .addObject()
          .put("provider_type", registration.spelling().type())
          .put("provider_subject", registration.subject())
          .put("profile_picture_url", registration.pictureUrl())
          .put("locale", registration.locale())
          .put("oauth_user_registration_id", registration.id());
    }
    return providers;
  }
}
