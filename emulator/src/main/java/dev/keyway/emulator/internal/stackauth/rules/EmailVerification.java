package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;

/** Asks for the proof of an address. */
public final class EmailVerification {
  public static final CodeKind<Channel> KIND = new CodeKind<>("CONTACT_CHANNEL_VERIFICATION");

  /**
   * What a code proves.
   *
   * @param id the contact channel
   * @param email the address that it had when the mail went out
   */
  public record Channel(String id, String email) {}

  private EmailVerification() {}

  /** Sends the mail; the callback URL must have been found trusted. */
  public static void send(
      StackAuthProject project, StackAuthUser user, Address email, String callbackUrl) {
    OneTimeCode<Channel> code =
        VerificationCodes.issue(
            project, KIND, VerificationCodes.MAIL_LIFE, new Channel(email.id(), email.value()));
    Mails.verification(project, email.value(), VerificationCodes.link(callbackUrl, code), code);
  }
}
