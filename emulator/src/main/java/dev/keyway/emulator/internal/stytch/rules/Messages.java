package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The mails and texts that the service sends, in words of our own. */
public final class Messages {
  private Messages() {}

  /** A mail with a link that signs in. */
  public static void magicLink(
      StytchProject project, String to, URI link, String token, boolean isNew) {
    String name = project.settings().displayName();
    String subject = (isNew ? "Confirm your email for " : "Your login request to ") + name;
    String text = "Follow this link to " + (isNew ? "sign up to " : "log in to ");
    mail(project, to, MessageKind.MAGIC_LINK, subject, text + name + ": " + link, link, token);
  }

  /** A mail with an invitation. */
  public static void invitation(StytchProject project, String to, URI link, String token) {
    String name = project.settings().displayName();
    mail(
        project,
        to,
        MessageKind.INVITATION,
        "You are invited to " + name,
        "Follow this link to accept the invitation to " + name + ": " + link,
        link,
        token);
  }

  /** A mail with a button for a new password, and one to do without. */
  public static void passwordReset(
      StytchProject project, String to, URI link, String token, URI loginLink) {
    String name = project.settings().displayName();
    mail(
        project,
        to,
        MessageKind.PASSWORD_RESET,
        "Reset your password for " + name,
        "Follow this link to choose a new password for %s: %s\n\nOr log in without a password: %s"
            .formatted(name, link, loginLink),
        link,
        token);
  }

  /** A mail or text with a code. */
  public static void code(
      StytchProject project, OutboxMessage.Channel channel, String to, String code) {
    String name = project.settings().displayName();
    send(
        project,
        channel,
        to,
        MessageKind.ONE_TIME_CODE,
        channel == OutboxMessage.Channel.EMAIL ? "Your login code for " + name : "",
        "Your verification code for " + name + " is: " + code,
        code,
        null,
        null);
  }

  private static void mail(
      StytchProject project,
      String to,
      MessageKind kind,
      String subject,
      String text,
      URI link,
      String token) {
    send(project, OutboxMessage.Channel.EMAIL, to, kind, subject, text, null, link, token);
  }

  private static void send(
      StytchProject project,
      OutboxMessage.Channel channel,
      String to,
      MessageKind kind,
      String subject,
      String text,
      @Nullable String code,
      @Nullable URI link,
      @Nullable String token) {
    project
        .context()
        .outbox()
        .send(
            new OutboxMessage(
                project.context().random().uuid(),
                channel,
                to,
                kind,
                subject,
                text,
                code,
                link,
                token,
                project.now()));
  }
}
