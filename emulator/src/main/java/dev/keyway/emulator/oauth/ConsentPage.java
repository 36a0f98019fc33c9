package dev.keyway.emulator.oauth;

import dev.keyway.emulator.SocialAccount;
import java.util.List;
import java.util.Map;

/** The page of a social provider, as plain HTML that works without script. */
final class ConsentPage {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Sign in with %1$s</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 28rem; margin: 3rem auto; padding: 0 1rem; }
      button, input { font: inherit; padding: .4rem .7rem; }
      form { margin: .5rem 0; }
      .account { width: 100%%; text-align: left; }
      fieldset { margin-top: 1.5rem; }
      label { display: block; margin: .4rem 0; }
      </style>
      </head>
      <body>
      <main>
      <h1>Sign in with %1$s</h1>
      <p><strong>%2$s</strong> asks for: %3$s</p>
      <p>This page is played by an emulator. No real account is involved.</p>
      <h2>Choose an account</h2>
      %4$s
      <form method="post" action="decision">
      %5$s
      <fieldset>
      <legend>Add an account</legend>
      <label>E-mail <input name="email" type="email" required value="%6$s"></label>
      <label>Name <input name="name"></label>
      <label><input name="unverified" type="checkbox"> the address is not verified</label>
      <button name="decision" value="add">Add and continue</button>
      </fieldset>
      </form>
      <form method="post" action="decision">
      %5$s
      <button name="decision" value="deny">Deny</button>
      <button name="decision" value="error">Fail with server_error</button>
      </form>
      </main>
      </body>
      </html>
      """;

  private ConsentPage() {}

  static String html(AuthorizationRequest request, List<SocialAccount> accounts) {
    StringBuilder hidden = new StringBuilder();
    for (Map.Entry<String, String> parameter : request.parameters().entrySet()) {
      hidden
          .append("<input type=\"hidden\" name=\"")
          .append(escaped(parameter.getKey()))
          .append("\" value=\"")
          .append(escaped(parameter.getValue()))
          .append("\">\n");
    }
    StringBuilder picker = new StringBuilder();
    for (SocialAccount account : accounts) {
      picker
          .append("<form method=\"post\" action=\"decision\">\n")
          .append(hidden)
          .append("<input type=\"hidden\" name=\"subject\" value=\"")
          .append(escaped(account.subject()))
          .append("\">\n<button class=\"account\" name=\"decision\" value=\"approve\">")
          .append(escaped(account.name().isEmpty() ? "" : account.name() + " "))
          .append(escaped(account.email()))
          .append("</button>\n</form>\n");
    }
    String scopes =
        request.scopes().isEmpty() ? "your profile" : String.join(", ", request.scopes());
    return PAGE.formatted(
        escaped(request.provider()),
        escaped(request.client()),
        escaped(scopes),
        picker.length() == 0 ? "<p>There is none yet.</p>" : picker,
        hidden,
        escaped(request.loginHint()));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
