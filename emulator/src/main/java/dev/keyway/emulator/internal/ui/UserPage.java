package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;
import static dev.keyway.emulator.internal.html.Html.when;

import dev.keyway.emulator.Account;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.Badge;
import dev.keyway.emulator.internal.html.CopyButton;
import dev.keyway.emulator.internal.html.DefinitionList;
import dev.keyway.emulator.internal.html.Element;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Table;
import dev.keyway.emulator.internal.html.Url;
import dev.keyway.emulator.internal.http.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One user, and what an administrator could do to them. */
final class UserPage {
  private static final int TOTP_SECONDS = 30;

  private UserPage() {}

  static Response show(UiCall call) {
    World world = call.world();
    Account account = account(call, world);
    return View.of(UsersPage.name(account), world, Section.USERS)
        .lead(
            all(
                text(call.providers().name(account.provider()) + ", since "),
                Times.both(account.createdAt(), world.clock().now())))
        .action(
            account.locked()
                ? call.button(place(world, account, "unlock"), "Unlock")
                : call.button(place(world, account, "lock"), "Lock"))
        .action(
            when(
                !account.sessions().isEmpty(),
                call.button(place(world, account, "revoke-sessions"), "End all sessions")))
        .action(
            el("a", "Requests")
                .href(Addresses.world(world, "ledger").with("operation", account.id()))
                .cls("button"))
        .action(el("a", "All users").href(Addresses.world(world, "users")).cls("button"))
        .content(
            el("div", totp(world, account)).id("totp").flag("data-live"),
            el(
                    "div",
                    facts(account),
                    contacts(account),
                    sessions(world, account),
                    passkeys(world, account),
                    socials(account),
                    teams(account),
                    resources("Keys, wallets and apps", account.resources()))
                .id("user")
                .flag("data-live"))
        .response(call);
  }

  static Response lock(UiCall call) {
    World world = call.world();
    Account account = account(call, world);
    world.accounts().lock(account.id());
    return UiCall.seeOther(place(world, account), Notice.LOCKED);
  }

  static Response unlock(UiCall call) {
    World world = call.world();
    Account account = account(call, world);
    world.accounts().unlock(account.id());
    return UiCall.seeOther(place(world, account), Notice.UNLOCKED);
  }

  static Response revokeSessions(UiCall call) {
    World world = call.world();
    Account account = account(call, world);
    int ended = world.accounts().revokeSessions(account.id());
    return UiCall.seeOther(
        place(world, account), ended == 0 ? Notice.NO_SESSIONS : Notice.SESSIONS_REVOKED);
  }

  private static Account account(UiCall call, World world) {
    return world
        .accounts()
        .find(call.parameter("user"))
        .orElseThrow(
            () -> new NoSuchPage("There is no such user in this world, or the user was deleted."));
  }

  private static Url place(World world, Account account, String... verb) {
    String[] segments = new String[verb.length + 2];
    segments[0] = "users";
    segments[1] = account.id();
    System.arraycopy(verb, 0, segments, 2, verb.length);
    return Addresses.world(world, segments);
  }

  private static Html totp(World world, Account account) {
    Optional<String> code = world.accounts().currentTotp(account.id());
    if (code.isEmpty()) {
      return Html.NONE;
    }
    int left = TOTP_SECONDS - Math.floorMod(world.clock().now().getEpochSecond(), TOTP_SECONDS);
    Element rest =
        el("time", left + " s")
            .attr("datetime", "PT" + left + "S")
            .attr("data-left", Integer.toString(left));
    return el(
            "section",
            el(
                "div",
                el("h2", "Code of the authenticator app"),
                el("p", CopyButton.big("TOTP code", code.get())),
                world.clock().frozen()
                    ? el("p", "The clock is frozen: the code stays.").cls("muted")
                    : el("p", text("The next one comes in "), rest, text(".")).cls("muted")))
        .cls("card carries")
        .attr("aria-label", "Authenticator app");
  }

  private static Html facts(Account account) {
    return new DefinitionList()
        .add("Id", CopyButton.value("user id", account.id()))
        .add("State", UsersPage.state(account))
        .add("Signs in with", UsersPage.factors(account))
        .build();
  }

  private static Html contacts(Account account) {
    Table table = new Table("Addresses", "Address", "Kind", "State");
    for (Account.Contact contact : account.contacts()) {
      table.row(
          el("bdi", contact.value()),
          text(contact.kind() == Account.Contact.Kind.EMAIL ? "e-mail" : "phone"),
          contact.verified() ? Badge.good("verified") : Badge.plain("not verified"));
    }
    return section("Addresses", table, "None.");
  }

  private static Html sessions(World world, Account account) {
    Instant now = world.clock().now();
    Table table = new Table("Sessions", "Session", "Factors", "Began", "Last used", "Ends");
    for (Account.Login session : account.sessions()) {
      table.row(
          el("code", session.id()),
          session.factors().isEmpty()
              ? el("span", "not kept").cls("muted")
              : text(String.join(", ", session.factors())),
          Times.ago(session.createdAt(), now),
          Times.ago(session.lastUsedAt(), now),
          Times.ago(session.expiresAt(), now));
    }
    return section("Sessions", table, "The user has no session.");
  }

  private static Html passkeys(World world, Account account) {
    Table table = new Table("Passkeys", "Passkey", "Credential id", "Made");
    for (Account.Passkey passkey : account.passkeys()) {
      Instant made = passkey.createdAt();
      table.row(
          el("bdi", passkey.name().isBlank() ? "(no name)" : passkey.name()),
          el("code", passkey.id()),
          made == null
              ? el("span", "not kept").cls("muted")
              : Times.ago(made, world.clock().now()));
    }
    return when(!table.isEmpty(), section("Passkeys", table, ""));
  }

  private static Html socials(Account account) {
    Table table = new Table("Social accounts", "Provider", "Subject", "Address");
    for (Account.Social social : account.socials()) {
      String email = social.email();
      table.row(
          text(social.provider()),
          el("code", social.subject()),
          email == null ? el("span", "not kept").cls("muted") : el("bdi", email));
    }
    return when(!table.isEmpty(), section("Social accounts", table, ""));
  }

  private static Html teams(Account account) {
    Table table = new Table("Teams", "Team", "Id", "Permissions");
    for (Account.Team team : account.teams()) {
      table.row(
          el("bdi", team.name().isBlank() ? "(no name)" : team.name()),
          el("code", team.id()),
          text(String.join(", ", team.permissions())));
    }
    return when(!table.isEmpty(), section("Teams", table, ""));
  }

  /** What a user or project holds; nothing where it holds nothing. */
  static Html resources(String title, List<VendorService.Resource> resources) {
    Table table = new Table(title, "What", "Id", "Name", "Details");
    for (VendorService.Resource resource : resources) {
      table.row(
          text(resource.kind()),
          el("code", resource.id()),
          el("bdi", resource.name().isBlank() ? "(no name)" : resource.name()),
          el("bdi", resource.details()));
    }
    return when(!table.isEmpty(), section(title, table, ""));
  }

  private static Html section(String title, Table table, String whenEmpty) {
    return all(el("h2", title), table.isEmpty() ? el("p", whenEmpty).cls("muted") : table.build());
  }
}
