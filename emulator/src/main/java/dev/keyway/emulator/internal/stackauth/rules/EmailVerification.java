package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.OneTimeCode;
import java.util.Map;

/** Asks for the proof of an address. */
public final class EmailVerification {
  public static final String CHANNEL_ID = "contact_channel_id";

  private EmailVerification() {}

  /** Sends the mail; the callback URL must have been found trusted. */
  public static void send(
      StackAuthProject project, StackAuthUser user, Address email, String callbackUrl) {
    OneTimeCode code =
        VerificationCodes.issue(
            project,
            VerificationCodes.Type.CONTACT_CHANNEL_VERIFICATION,
            VerificationCodes.MAIL_LIFE,
            Map.of("user_id", user.id(), CHANNEL_ID, email.id(), "email", email.value()));
    Mails.verification(project, email.value(), VerificationCodes.link(callbackUrl, code), code);
  }
}
