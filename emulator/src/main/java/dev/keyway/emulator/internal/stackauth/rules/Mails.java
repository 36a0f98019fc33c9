package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.Team;
import dev.keyway.emulator.internal.state.OneTimeCode;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The mails that the service sends. Subjects follow the vendor's templates, texts are ours. */
public final class Mails {
  private Mails() {}

  /** Asks the owner of an address to prove it. */
  static void verification(StackAuthProject project, String to, URI link, OneTimeCode<?> code) {
    String name = project.settings().displayName();
    send(
        project,
        to,
        MessageKind.EMAIL_VERIFICATION,
        "Verify your email at " + name,
        "Follow this link to verify your e-mail address at " + name + ": " + link,
        null,
        link,
        code);
  }

  /** Lets the owner of an address choose a new password. */
  public static void passwordReset(
      StackAuthProject project, String to, URI link, OneTimeCode<?> code) {
    String name = project.settings().displayName();
    send(
        project,
        to,
        MessageKind.PASSWORD_RESET,
        "Reset your password at " + name,
        "Follow this link to choose a new password at " + name + ": " + link,
        null,
        link,
        code);
  }

  /** Lets the owner of an address sign in, by the code or by the link. */
  public static void signIn(StackAuthProject project, String to, URI link, OneTimeCode<?> code) {
    String name = project.settings().displayName();
    String otp = VerificationCodes.otp(code);
    send(
        project,
        to,
        MessageKind.SIGN_IN,
        "Sign in to " + name + ": Your code is " + otp,
        "Type " + otp + " to sign in to " + name + ", or follow this link: " + link,
        otp,
        link,
        code);
  }

  /** Asks the owner of an address into a team. */
  public static void invitation(
      StackAuthProject project, Team team, String to, URI link, OneTimeCode<?> code) {
    String name = team.get(StackAuthTeamRows.NAME);
    send(
        project,
        to,
        MessageKind.INVITATION,
        "You have been invited to join " + name,
        "Follow this link to join "
            + name
            + " at "
            + project.settings().displayName()
            + ": "
            + link,
        null,
        link,
        code);
  }

  /** Sends a mail with a link and, where there is one, a code to type. */
  static void send(
      StackAuthProject project,
      String to,
      MessageKind kind,
      String subject,
      String text,
      @Nullable String otp,
      URI link,
      OneTimeCode<?> code) {
    OutboxMessage mail =
        new OutboxMessage(
            project.context().random().uuid(),
            OutboxMessage.Channel.EMAIL,
            to,
            kind,
            subject,
            text,
            otp,
            link,
            code.value(),
            project.now());
    project
        .context()
        .outbox()
        .send(project.settings().developmentMails() ? DevelopmentMails.of(project, mail) : mail);
  }
}
