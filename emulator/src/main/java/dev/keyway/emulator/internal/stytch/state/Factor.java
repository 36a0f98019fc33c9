package dev.keyway.emulator.internal.stytch.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import dev.keyway.emulator.internal.state.Address;
import java.time.Instant;

/**
 * Something that was proved in a session. Two proofs of the same thing are one factor.
 *
 * @param type for example {@code otp}
 * @param delivery for example {@code sms}
 * @param key the name of the object that tells which one; empty if none does
 * @param which the fields of that object
 * @param createdAt when it was first proved
 * @param provedAt when it was last proved
 */
public record Factor(
    String type,
    String delivery,
    String key,
    @NotInSnapshot("nobody changes it after it was made") ObjectNode which,
    Instant createdAt,
    Instant provedAt) {
  private static final String IMPERSONATED = "impersonated";

  private static Factor of(
      String type, String delivery, String key, ObjectNode which, Instant now) {
    return new Factor(type, delivery, key, which, now, now);
  }

  public static Factor password(Address email, Instant now) {
    return of("password", "knowledge", "email_factor", email(email), now);
  }

  public static Factor emailLink(Address email, Instant now) {
    return of("magic_link", "email", "email_factor", email(email), now);
  }

  public static Factor embeddedLink(String embeddedId, Instant now) {
    ObjectNode which = Json.object().put("embedded_id", embeddedId);
    return of("magic_link", "embedded", "embeddable_magic_link_factor", which, now);
  }

  /** A code; {@code delivery} is {@code email}, {@code sms} or {@code whatsapp}. */
  public static Factor code(Address address, String delivery, Instant now) {
    if (address.kind() == Address.Kind.EMAIL) {
      return of("otp", delivery, "email_factor", email(address), now);
    }
    ObjectNode which =
        Json.object().put("phone_id", address.id()).put("phone_number", address.value());
    return of("otp", delivery, "phone_number_factor", which, now);
  }

  public static Factor oauth(OAuthRegistration registration, String emailId, Instant now) {
    ObjectNode which =
        Json.object()
            .put("id", registration.id())
            .put("provider_subject", registration.subject())
            .put("email_id", emailId);
    String key = registration.spelling().factorKey();
    return of("oauth", "oauth_" + registration.provider(), key, which, now);
  }

  public static Factor webAuthn(WebAuthnRegistration registration, Instant now) {
    ObjectNode which =
        Json.object()
            .put("webauthn_registration_id", registration.id())
            .put("domain", registration.domain())
            .put("user_agent", registration.userAgent());
    return of("webauthn", "webauthn_registration", "webauthn_factor", which, now);
  }

  public static Factor cryptoWallet(CryptoWallet wallet, Instant now) {
    return of("crypto", "crypto_wallet", "crypto_wallet_factor", wallet.json(), now);
  }

  public static Factor totp(String totpId, Instant now) {
    ObjectNode which = Json.object().put("totp_id", totpId);
    return of("totp", "authenticator_app", "authenticator_app_factor", which, now);
  }

  public static Factor recoveryCode(String recoveryCodeId, Instant now) {
    ObjectNode which = Json.object().put("totp_recovery_code_id", recoveryCodeId);
    return of("recovery_codes", "recovery_code", "recovery_code_factor", which, now);
  }

  /** That somebody who runs the project acts as the user. */
  public static Factor impersonated(String impersonatorId, String impersonatorEmail, Instant now) {
    ObjectNode which =
        Json.object()
            .put("impersonator_id", impersonatorId)
            .put("impersonator_email_address", impersonatorEmail);
    return of(IMPERSONATED, "impersonation", "impersonated_factor", which, now);
  }

  /** A token of another system whose issuer the project trusts. */
  public static Factor trustedToken(String tokenId, Instant now) {
    ObjectNode which = Json.object().put("token_id", tokenId);
    return of(
        "trusted_auth_token", "trusted_token_exchange", "trusted_auth_token_factor", which, now);
  }

  /** An access token of a connected app. */
  public static Factor appToken(String clientId, Instant now) {
    ObjectNode which = Json.object().put("client_id", clientId);
    return of(
        "oauth", "oauth_access_token_exchange", "oauth_access_token_exchange_factor", which, now);
  }

  /**
   * A session of another system, of which nothing more is told. The vendor names one such factor,
   * by a system that it takes whole directories from; that it stands for all of them is inferred.
   */
  public static Factor imported(Instant now) {
    return of("imported", "imported_auth0", "", Json.object(), now);
  }

  /** Whether somebody else than the user acts. */
  boolean isImpersonation() {
    return type.equals(IMPERSONATED);
  }

  /** Whether both prove the same thing. */
  boolean sameAs(Factor other) {
    return type.equals(other.type) && delivery.equals(other.delivery) && which.equals(other.which);
  }

  /** This factor, proved once more at {@code moment}. */
  Factor provedAgain(Instant moment) {
    return new Factor(type, delivery, key, which, createdAt, moment);
  }

  /** Whether it is a password or something that came by mail. */
  public boolean provesMailboxOrPassword() {
    return type.equals("password") || key.equals("email_factor");
  }

  private static ObjectNode email(Address email) {
    return Json.object().put("email_id", email.id()).put("email_address", email.value());
  }
}
