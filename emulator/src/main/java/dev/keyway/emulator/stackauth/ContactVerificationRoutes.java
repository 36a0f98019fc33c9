package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.core.Address;
import dev.keyway.emulator.core.OneTimeCode;
import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Json;
import jakarta.inject.Inject;

/** {@code /contact-channels/…/send-verification-code} and {@code /contact-channels/verify}. */
final class ContactVerificationRoutes implements StackRoutes {
  @Inject
  ContactVerificationRoutes() {}

  @Override
  public void addTo(StackRouteTable routes) {
    routes
        .post(
            "/contact-channels/{user_id}/{id}/send-verification-code",
            "stackauth.contact-channel.send-verification")
        .body(Schema.object().required("callback_url", Rules.url()))
        .answers(this::send);
    routes
        .post(
            "/contact-channels/send-verification-code",
            "stackauth.contact-channel.send-verification-legacy")
        .withUser()
        .body(
            Schema.object()
                .required("email", Rules.string().strictEmail())
                .required("callback_url", Rules.url()))
        .answers(this::sendToPrimary);
    Schema code = Schema.object().required("code", VerificationCodes.FORM);
    routes
        .post("/contact-channels/verify", "stackauth.contact-channel.verify")
        .body(code)
        .answers(this::verify);
    routes
        .post("/contact-channels/verify/check-code", "stackauth.contact-channel.check-code")
        .body(code)
        .answers(
            call ->
                VerificationCodes.checkAnswer(
                    call.project(),
                    VerificationCodes.Type.CONTACT_CHANNEL_VERIFICATION,
                    call.text("code")));
  }

  private Answer send(StackCall call) {
    String userId = call.userId(call.path("user_id"));
    if (call.fromClient() && !userId.equals(call.me().id())) {
      throw StackFailure.text(400, "Can only send verification code for your own user");
    }
    StackUser user =
        call.project()
            .people()
            .byId(userId)
            .orElseThrow(() -> KnownError.USER_ID_DOES_NOT_EXIST.failure("user_id", userId));
    Address channel =
        user.address(call.path("id"))
            .orElseThrow(() -> StackFailure.text(404, "Contact channel not found"));
    return sent(call, user, channel);
  }

  private Answer sendToPrimary(StackCall call) {
    StackUser user = call.me();
    String email = call.text("email");
    Address primary =
        user.primaryEmail()
            .filter(address -> address.value().equals(Emails.normalized(email)))
            .orElseThrow(() -> notPrimary(user, email));
    return sent(call, user, primary);
  }

  private static StackFailure notPrimary(StackUser user, String email) {
    return KnownError.EMAIL_IS_NOT_PRIMARY_EMAIL.failure(
        Json.object()
            .put("email", email)
            .put("primary_email", user.primaryEmail().map(Address::value).orElse(null)));
  }

  private static Answer sent(StackCall call, StackUser user, Address channel) {
    if (channel.verified()) {
      throw KnownError.EMAIL_ALREADY_VERIFIED.failure();
    }
    RedirectRules.requireTrusted(call.project(), call.text("callback_url"));
    EmailVerification.send(call.project(), user, channel, call.text("callback_url"));
    return StackAnswers.success();
  }

  /** Proves the address and signs nobody in. */
  private Answer verify(StackCall call) {
    OneTimeCode code =
        VerificationCodes.use(
            call.project(), VerificationCodes.Type.CONTACT_CHANNEL_VERIFICATION, call.text("code"));
    Address channel =
        call.project()
            .people()
            .byAddressId(code.fact(EmailVerification.CHANNEL_ID))
            .flatMap(user -> user.address(code.fact(EmailVerification.CHANNEL_ID)))
            // A code proves the address that it was mailed to, not the one that stands there now.
            .filter(found -> found.value().equals(code.fact("email")))
            .orElseThrow(
                () ->
                    StackFailure.text(
                        400, "Contact channel not found. Was your contact channel deleted?"));
    channel.verified(true);
    return StackAnswers.success();
  }
}
