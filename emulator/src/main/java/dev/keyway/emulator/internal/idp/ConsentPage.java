package dev.keyway.emulator.internal.idp;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;

import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.internal.html.Asset;
import dev.keyway.emulator.internal.html.Element;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Url;
import java.util.ArrayList;
import java.util.List;

/** The page of a social provider, as plain HTML that works without script. */
final class ConsentPage {
  private static final String DECISION = "decision";

  private final AuthorizationRequest request;
  private final Url action;

  private ConsentPage(AuthorizationRequest request, Url action) {
    this.request = request;
    this.action = action;
  }

  /**
   * Writes the page.
   *
   * @param action where its forms are sent to
   */
  static String html(AuthorizationRequest request, List<SocialAccount> accounts, Url action) {
    return Html.document(new ConsentPage(request, action).page(accounts));
  }

  private Element page(List<SocialAccount> accounts) {
    String title = "Sign in with " + request.provider();
    return el("html")
        .attr("lang", "en")
        .add(
            el(
                "head",
                el("meta").attr("charset", "utf-8"),
                el("meta")
                    .attr("name", "viewport")
                    .attr("content", "width=device-width, initial-scale=1"),
                el("meta").attr("name", "color-scheme").attr("content", "light dark"),
                el("title", title),
                el("link").attr("rel", "icon").attr("type", "image/svg+xml").href(Asset.ICON.url()),
                el("link").attr("rel", "stylesheet").href(Asset.STYLESHEET.url())),
            el("body", main(title, accounts)));
  }

  private Element main(String title, List<SocialAccount> accounts) {
    String scopes =
        request.scopes().isEmpty() ? "your profile" : String.join(", ", request.scopes());
    return el(
            "main",
            el("div", el("h1", title))
                .cls("heading")
                .add(
                    el("p", el("strong", request.client()), text(" asks for: "), el("bdi", scopes))
                        .cls("lead"),
                    el("p", "This page belongs to an emulator. No real account is involved.")
                        .cls("muted")),
            el("section", el("h2", "Choose an account"), picker(accounts)).cls("card"),
            add().cls("card"),
            form()
                .cls("card buttons")
                .add(button("deny", "Deny"), button("error", "Fail with server_error")))
        .cls("consent");
  }

  private Html picker(List<SocialAccount> accounts) {
    if (accounts.isEmpty()) {
      return el("p", "There is none yet.").cls("muted");
    }
    List<Html> choices = new ArrayList<>();
    for (SocialAccount account : accounts) {
      Html name =
          account.name().isEmpty()
              ? Html.NONE
              : all(el("bdi", account.name()).cls("strong"), text(" "));
      choices.add(
          el(
              "li",
              form()
                  .add(
                      hidden("subject", account.subject()),
                      el("button", name, el("bdi", account.email()).cls("under"))
                          .attr("name", DECISION)
                          .attr("value", "approve"))));
    }
    return el("ul").cls("accounts").add(choices);
  }

  private Element add() {
    return form()
        .add(
            el(
                "fieldset",
                el("legend", "Add an account"),
                field("E-mail", input("email", "email", request.loginHint()).flag("required")),
                field("Name", input("name", "text", "")),
                el(
                        "label",
                        el("input").attr("type", "checkbox").attr("name", "unverified"),
                        text("the address is not verified"))
                    .cls("choice"),
                button("add", "Add and continue").cls("primary")));
  }

  private static Element field(String label, Element input) {
    return el("label", el("span", label), input).cls("field");
  }

  private static Element input(String name, String type, String value) {
    return el("input").attr("type", type).attr("name", name).attr("value", value);
  }

  private static Element button(String decision, String label) {
    return el("button", label).attr("name", DECISION).attr("value", decision);
  }

  private Element form() {
    Element form = el("form").attr("method", "post").action(action);
    request.parameters().forEach((name, value) -> form.add(hidden(name, value)));
    return form;
  }

  private static Element hidden(String name, String value) {
    return el("input").attr("type", "hidden").attr("name", name).attr("value", value);
  }
}
