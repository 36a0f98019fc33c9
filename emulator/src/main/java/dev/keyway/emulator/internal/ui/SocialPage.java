package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;
import static dev.keyway.emulator.internal.html.Html.when;

import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.BadField;
import dev.keyway.emulator.internal.html.Badge;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Table;
import dev.keyway.emulator.internal.http.Response;
import java.util.ArrayList;
import java.util.List;

/** The people at the social providers, and what they will decide. */
final class SocialPage {
  private SocialPage() {}

  static Response show(UiCall call) {
    return page(call, "");
  }

  static Response next(UiCall call) {
    World world = call.world();
    try {
      world.oauth().next(SocialForm.decision(call, world.oauth().accounts()));
    } catch (BadField e) {
      return page(call, e.reason());
    }
    return UiCall.seeOther(Addresses.world(world, "social"), Notice.DECISION_QUEUED);
  }

  static Response add(UiCall call) {
    World world = call.world();
    try {
      world.oauth().addAccount(SocialForm.account(call));
    } catch (BadField e) {
      return page(call, e.reason());
    }
    return UiCall.seeOther(Addresses.world(world, "social"), Notice.ACCOUNT_ADDED);
  }

  static Response clear(UiCall call) {
    World world = call.world();
    world.oauth().clear();
    return UiCall.seeOther(Addresses.world(world, "social"), Notice.SOCIAL_CLEARED);
  }

  private static Response page(UiCall call, String problem) {
    World world = call.world();
    List<SocialAccount> accounts = world.oauth().accounts();
    List<OAuthDecision> pending = world.oauth().pending();
    return View.of("Social sign-in", world, Section.SOCIAL)
        .lead(
            "One consent page stands for Google, GitHub and all other providers. A "
                + "browser that starts an authorization sees the consent page, unless a "
                + "decision was made here before.")
        .action(
            when(
                !accounts.isEmpty() || !pending.isEmpty(),
                call.button(Addresses.world(world, "social", "clear"), "Forget all")))
        .problem(problem)
        .content(
            el("h2", "The next authorization"),
            el("div", pending(pending)).id("pending").flag("data-live"),
            SocialForm.nextForm(call, world, accounts),
            el("h2", "Known accounts"),
            el("div", accounts.isEmpty() ? nobody() : table(accounts))
                .id("accounts")
                .flag("data-live"),
            el("h2", "Add an account"),
            SocialForm.addForm(call, world))
        .response(call);
  }

  private static Html pending(List<OAuthDecision> pending) {
    if (pending.isEmpty()) {
      return el("p", "No decision was made: the next browser sees the consent page.")
          .cls("muted below");
    }
    List<Html> items = new ArrayList<>();
    pending.forEach(decision -> items.add(el("li", words(decision))));
    return el("ol").cls("queue").add(items);
  }

  private static Html words(OAuthDecision decision) {
    if (decision instanceof OAuthDecision.Approve approve) {
      return all(text("Agree as "), el("bdi", approve.account().email()));
    }
    OAuthDecision.Fail fail = (OAuthDecision.Fail) decision;
    return fail.code().equals("access_denied")
        ? text("Decline")
        : all(text("Fail with "), el("code", fail.code()));
  }

  private static Html nobody() {
    return el(
            "div",
            el("p", "Nobody has an account yet.").cls("strong"),
            el("p", "Accounts are added on the consent page, or with the form below."))
        .cls("empty");
  }

  private static Html table(List<SocialAccount> accounts) {
    Table table =
        new Table("Known accounts, oldest first", "Account", "Name", "Address", "Subject");
    for (SocialAccount account : accounts) {
      table.row(
          el("bdi", account.email()),
          el("bdi", account.name().isEmpty() ? "–" : account.name()),
          account.emailVerified() ? Badge.good("verified") : Badge.warn("not verified"),
          el("code", account.subject()));
    }
    return table.build();
  }
}
