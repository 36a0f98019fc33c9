package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.core.Address;
import dev.keyway.emulator.core.OneTimeCode;
import java.util.Map;

/** Asks for the proof of an address. */
final class EmailVerification {
  static final String CHANNEL_ID = "contact_channel_id";

  private EmailVerification() {}

  /** Sends the mail; the callback URL must have been found trusted. */
  static void send(StackAuthProject project, StackUser user, Address email, String callbackUrl) {
    OneTimeCode code =
        VerificationCodes.issue(
            project,
            VerificationCodes.Type.CONTACT_CHANNEL_VERIFICATION,
            VerificationCodes.MAIL_LIFE,
            Map.of("user_id", user.id(), CHANNEL_ID, email.id(), "email", email.value()));
    Mails.verification(project, email.value(), VerificationCodes.link(callbackUrl, code), code);
  }
}
