package dev.keyway.emulator.internal.stackauth.contact;

import static dev.keyway.emulator.internal.stackauth.rules.VerificationCodes.CODE;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.EmailVerification;
import dev.keyway.emulator.internal.stackauth.rules.Emails;
import dev.keyway.emulator.internal.stackauth.rules.RedirectRules;
import dev.keyway.emulator.internal.stackauth.rules.VerificationCodes;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import jakarta.inject.Inject;

/** {@code /contact-channels/…/send-verification-code} and {@code /contact-channels/verify}. */
public final class ContactVerificationRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> EMAIL = Fields.strictEmail("email");
  private static final Field<String> CALLBACK = Fields.url("callback_url");

  @Inject
  ContactVerificationRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.contact-channel.send-verification")
        .takes(CALLBACK.required())
        .fails(
            KnownError.CANNOT_GET_OWN_USER_WITHOUT_USER,
            KnownError.USER_ID_DOES_NOT_EXIST,
            KnownError.REDIRECT_URL_NOT_WHITELISTED,
            KnownError.EMAIL_ALREADY_VERIFIED)
        .answers(this::send);
    book.on("stackauth.contact-channel.send-verification-legacy")
        .withUser()
        .takes(EMAIL.required(), CALLBACK.required())
        .fails(
            KnownError.REDIRECT_URL_NOT_WHITELISTED,
            KnownError.EMAIL_ALREADY_VERIFIED,
            KnownError.EMAIL_IS_NOT_PRIMARY_EMAIL)
        .answers(this::sendToPrimary);
    book.on("stackauth.contact-channel.verify")
        .takes(CODE.required())
        .fails(VerificationCodes.ERRORS)
        .answers(this::verify);
    book.on("stackauth.contact-channel.check-code")
        .takes(CODE.required())
        .fails(VerificationCodes.ERRORS)
        .answers(
            call ->
                VerificationCodes.checkAnswer(
                    call.project(), EmailVerification.KIND, call.get(CODE)));
  }

  private Response send(StackAuthCall call) {
    String userId = call.userId(call.path("user_id"));
    if (call.fromClient() && !userId.equals(call.me().id())) {
      throw StackAuthFailure.text(400, "Can only send verification code for your own user");
    }
    StackAuthUser user =
        call.project()
            .users()
            .byId(userId)
            .orElseThrow(() -> KnownError.USER_ID_DOES_NOT_EXIST.failure("user_id", userId));
    Address channel =
        user.address(call.path("id"))
            .orElseThrow(() -> StackAuthFailure.text(404, "Contact channel not found"));
    return sent(call, user, channel);
  }

  private Response sendToPrimary(StackAuthCall call) {
    StackAuthUser user = call.me();
    String email = call.get(EMAIL);
    Address primary =
        user.primaryEmail()
            .filter(address -> address.value().equals(Emails.normalized(email)))
            .orElseThrow(() -> notPrimary(user, email));
    return sent(call, user, primary);
  }

  private static StackAuthFailure notPrimary(StackAuthUser user, String email) {
    return KnownError.EMAIL_IS_NOT_PRIMARY_EMAIL.failure(
        Json.object()
            .put("email", email)
            .put("primary_email", user.primaryEmail().map(Address::value).orElse(null)));
  }

  private static Response sent(StackAuthCall call, StackAuthUser user, Address channel) {
    if (channel.verified()) {
      throw KnownError.EMAIL_ALREADY_VERIFIED.failure();
    }
    RedirectRules.requireTrusted(call.project(), call.get(CALLBACK));
    EmailVerification.send(call.project(), user, channel, call.get(CALLBACK));
    return StackAuthResponses.success();
  }

  /** Proves the address and signs nobody in. */
  private Response verify(StackAuthCall call) {
    EmailVerification.Channel proved =
        VerificationCodes.use(call.project(), EmailVerification.KIND, call.get(CODE)).facts();
    Address channel =
        call.project()
            .users()
            .byAddressId(proved.id())
            .flatMap(user -> user.address(proved.id()))
            // A code proves the address that it was mailed to, not the one that stands there now.
            .filter(found -> found.value().equals(proved.email()))
            .orElseThrow(
                () ->
                    StackAuthFailure.text(
                        400, "Contact channel not found. Was your contact channel deleted?"));
    channel.verified(true);
    return StackAuthResponses.success();
  }
}
