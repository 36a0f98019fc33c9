package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.el;

import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.BadField;
import dev.keyway.emulator.internal.html.Element;
import dev.keyway.emulator.internal.html.FormField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two forms about social accounts, and what was typed into them. */
final class SocialForm {
  private static final int LONGEST = 320;
  private static final Map<String, String> DECISIONS = new LinkedHashMap<>();

  /** RFC 6749 section 4.1.2.1, and what OpenID Connect adds for sign-in. */
  private static final List<String> ERRORS =
      List.of(
          "server_error",
          "temporarily_unavailable",
          "invalid_scope",
          "invalid_request",
          "unauthorized_client",
          "unsupported_response_type",
          "login_required",
          "consent_required");

  static {
    DECISIONS.put("approve", "Agree");
    DECISIONS.put("deny", "Decline");
    DECISIONS.put("fail", "Fail with an error");
  }

  private SocialForm() {}

  /**
   * What shall be decided next.
   *
   * @param known a known address means that account
   */
  static OAuthDecision decision(UiCall call, List<SocialAccount> known) {
    return switch (call.field("decision")) {
      case "approve" -> OAuthDecision.approve(account(call, known));
      case "deny" -> OAuthDecision.deny();
      case "fail" -> OAuthDecision.error(error(call), call.field("description"));
      default -> throw new BadField("There is no such decision.");
    };
  }

  /** The account that was typed. */
  static SocialAccount account(UiCall call) {
    String email = call.field("email");
    if (email.isEmpty() || email.length() > LONGEST || call.field("name").length() > LONGEST) {
      throw new BadField("An e-mail address is needed, and neither field may be very long.");
    }
    SocialAccount account = SocialAccount.of(email).named(call.field("name"));
    return call.has("unverified") ? account.unverified() : account;
  }

  static Element nextForm(UiCall call, World world, List<SocialAccount> known) {
    String chosen = call.field("decision");
    return call.form(Addresses.world(world, "social", "next"))
        .cls("card depends")
        .add(
            FormField.choice("next", "decision", "Decision", DECISIONS, chosen).cls("wide").build(),
            FormField.input(
                    "email",
                    "next",
                    "email",
                    "Agree as",
                    chosen.isEmpty() ? "" : call.field("email"))
                .suggesting(known.stream().map(SocialAccount::email).distinct().toList())
                .hint("A known account, or any address.")
                .cls("wide effect-approve")
                .build(),
            FormField.text("next", "error", "Error", "server_error")
                .suggesting(ERRORS)
                .cls("effect-fail")
                .build(),
            FormField.text("next", "description", "Description", "The provider failed.")
                .cls("effect-fail")
                .build(),
            el("p", el("button", "Decide").cls("primary")).cls("wide buttons"));
  }

  static Element addForm(UiCall call, World world) {
    return call.form(Addresses.world(world, "social", "accounts"))
        .cls("card row")
        .add(
            FormField.input("email", "account", "email", "E-mail", "").required().build(),
            FormField.text("account", "name", "Name", "").build(),
            FormField.tick("account", "unverified", "The address is not verified").build(),
            el("button", "Add account"));
  }

  private static SocialAccount account(UiCall call, List<SocialAccount> known) {
    return known.stream()
        .filter(account -> account.email().equalsIgnoreCase(call.field("email")))
        .findFirst()
        .orElseGet(() -> account(call));
  }

  /** RFC 6749 appendix A.7: printable ASCII without quotes and backslashes. */
  private static String error(UiCall call) {
    String code = call.field("error");
    if (!code.matches("[\\x20-\\x7e&&[^\"\\\\]]{1,100}")) {
      throw new BadField("An error is a code like server_error.");
    }
    return code;
  }
}
