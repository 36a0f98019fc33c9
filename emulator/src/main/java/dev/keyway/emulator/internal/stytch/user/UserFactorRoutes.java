package dev.keyway.emulator.internal.stytch.user;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.Formats;
import dev.keyway.emulator.internal.stytch.rules.Passwords;
import dev.keyway.emulator.internal.stytch.rules.UserWallets;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.stytch.state.UserIndex;
import jakarta.inject.Inject;

/** {@code DELETE /v1/users/{kind of factor}/{id}}. The last factor may go too (inferred). */
public final class UserFactorRoutes implements RouteArea<StytchRouteBook> {
  @Inject
  UserFactorRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.user.delete-email")
        .fails(StytchError.INVALID_EMAIL_ID, StytchError.EMAIL_NOT_FOUND)
        .answers(this::deleteEmail);
    book.on("stytch.user.delete-phone-number")
        .fails(StytchError.INVALID_PHONE_ID, StytchError.PHONE_NUMBER_NOT_FOUND)
        .answers(this::deletePhoneNumber);
    book.on("stytch.user.delete-password")
        .fails(StytchError.INVALID_PASSWORD_ID, StytchError.PASSWORD_NOT_FOUND)
        .answers(this::deletePassword);
    book.on("stytch.user.delete-totp")
        .fails(StytchError.INVALID_TOTP_ID, StytchError.TOTP_NOT_FOUND)
        .answers(this::deleteTotp);
    book.on("stytch.user.delete-webauthn-registration")
        .fails(
            StytchError.INVALID_WEBAUTHN_REGISTRATION_ID,
            StytchError.WEBAUTHN_REGISTRATION_NOT_FOUND)
        .answers(this::deleteWebAuthnRegistration);
    book.on("stytch.user.delete-oauth-registration")
        .fails(
            StytchError.INVALID_OAUTH_USER_REGISTRATION_ID,
            StytchError.OAUTH_USER_REGISTRATION_NOT_FOUND)
        .answers(this::deleteOAuthRegistration);
    book.on("stytch.user.delete-biometric-registration")
        .fails(StytchError.BIOMETRIC_REGISTRATION_NOT_FOUND)
        .answers(this::deleteBiometricRegistration);
    book.on("stytch.user.delete-crypto-wallet")
        .fails(StytchError.CRYPTO_WALLET_NOT_FOUND)
        .answers(this::deleteCryptoWallet);
  }

  private Response deleteEmail(StytchCall call) {
    String id = Formats.id("email", call.path("email_id"), StytchError.INVALID_EMAIL_ID);
    return deleteAddress(call, id, StytchError.EMAIL_NOT_FOUND);
  }

  private Response deletePhoneNumber(StytchCall call) {
    String id = Formats.id("phone-number", call.path("phone_id"), StytchError.INVALID_PHONE_ID);
    return deleteAddress(call, id, StytchError.PHONE_NUMBER_NOT_FOUND);
  }

  private Response deletePassword(StytchCall call) {
    String id = Formats.id("password", call.path("password_id"), StytchError.INVALID_PASSWORD_ID);
    StytchUser user = owner(call, UserIndex.Kind.PASSWORD, id, StytchError.PASSWORD_NOT_FOUND);
    Passwords.remove(call.project(), user);
    return response(call, user);
  }

  private Response deleteTotp(StytchCall call) {
    String id = Formats.id("totp", call.path("totp_id"), StytchError.INVALID_TOTP_ID);
    StytchUser user = owner(call, UserIndex.Kind.TOTP, id, StytchError.TOTP_NOT_FOUND);
    call.project().handles().release(UserIndex.Kind.TOTP, id);
    user.totp = null;
    return response(call, user);
  }

  private Response deleteWebAuthnRegistration(StytchCall call) {
    String id =
        Formats.id(
            "webauthn-registration",
            call.path("webauthn_registration_id"),
            StytchError.INVALID_WEBAUTHN_REGISTRATION_ID);
    StytchUser user =
        owner(
            call,
            UserIndex.Kind.WEBAUTHN_REGISTRATION,
            id,
            StytchError.WEBAUTHN_REGISTRATION_NOT_FOUND);
    UserIndex handles = call.project().handles();
    user.webAuthnRegistrations.stream()
        .filter(registration -> registration.id().equals(id))
        .forEach(r -> handles.release(UserIndex.Kind.WEBAUTHN_CREDENTIAL, r.credentialId()));
    handles.release(UserIndex.Kind.WEBAUTHN_REGISTRATION, id);
    user.webAuthnRegistrations.removeIf(registration -> registration.id().equals(id));
    return response(call, user);
  }

  private Response deleteOAuthRegistration(StytchCall call) {
    String id =
        Formats.id(
            "oauth-user",
            call.path("oauth_user_registration_id"),
            StytchError.INVALID_OAUTH_USER_REGISTRATION_ID);
    StytchUser user =
        owner(
            call,
            UserIndex.Kind.OAUTH_REGISTRATION,
            id,
            StytchError.OAUTH_USER_REGISTRATION_NOT_FOUND);
    UserIndex handles = call.project().handles();
    user.oauthRegistrations.stream()
        .filter(registration -> registration.id().equals(id))
        .forEach(r -> handles.release(UserIndex.Kind.OAUTH_SUBJECT, r.handle()));
    handles.release(UserIndex.Kind.OAUTH_REGISTRATION, id);
    user.oauthRegistrations.removeIf(registration -> registration.id().equals(id));
    return response(call, user);
  }

  private Response deleteBiometricRegistration(StytchCall call) {
    String id = call.path("biometric_registration_id");
    StytchUser user =
        owner(
            call,
            UserIndex.Kind.BIOMETRIC_REGISTRATION,
            id,
            StytchError.BIOMETRIC_REGISTRATION_NOT_FOUND);
    call.project().handles().release(UserIndex.Kind.BIOMETRIC_REGISTRATION, id);
    user.biometricRegistrations.removeIf(registration -> registration.id().equals(id));
    return response(call, user);
  }

  private Response deleteCryptoWallet(StytchCall call) {
    String id = call.path("crypto_wallet_id");
    StytchUser user =
        owner(call, UserIndex.Kind.CRYPTO_WALLET, id, StytchError.CRYPTO_WALLET_NOT_FOUND);
    UserWallets.remove(call.project(), user, id);
    return response(call, user);
  }

  private static Response deleteAddress(StytchCall call, String id, StytchError otherwise) {
    StytchProject project = call.project();
    StytchUser user = project.users().byAddressId(id).orElseThrow(otherwise::failure);
    Address address = user.address(id).orElseThrow(otherwise::failure);
    project.users().removeAddress(user, address);
    project.proofCame(address);
    return response(call, user);
  }

  private static StytchUser owner(
      StytchCall call, UserIndex.Kind kind, String id, StytchError otherwise) {
    return call.project().handles().owner(kind, id).orElseThrow(otherwise::failure);
  }

  private static Response response(StytchCall call, StytchUser user) {
    return call.ok(UserRoutes.withUser(call.project(), user));
  }
}
