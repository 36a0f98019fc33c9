package dev.keyway.emulator.internal.stackauth.rules;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;

import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Url;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import java.util.Optional;

/** Mails as the vendor's development stack sends them. */
final class DevelopmentMails {
  private DevelopmentMails() {}

  /** The same mail, from the project, and with its code as a paragraph of its own. */
  static OutboxMessage of(StackAuthProject project, OutboxMessage mail) {
    return mail.showing(sender(project.settings().displayName()), html(mail));
  }

  /** A name must not end its line, nor begin an address. */
  private static String sender(String project) {
    return project.replaceAll("[\\s\\p{Cntrl}<>]+", " ").strip() + " <noreply@example.com>";
  }

  private static String html(OutboxMessage mail) {
    Html code =
        mail.code() == null
            ? Html.NONE
            : all(
                el("p", "Type this code:"), el("p", mail.code()), el("p", "Or follow this link:"));
    Html link =
        Optional.ofNullable(mail.link())
            .flatMap(target -> Url.of(target.toString()))
            .map(url -> (Html) el("p", el("a", url.toString()).href(url)))
            .orElse(Html.NONE);
    StringBuilder out = new StringBuilder();
    all(el("p", mail.subject()), code, link).writeTo(out);
    return out.toString();
  }
}
