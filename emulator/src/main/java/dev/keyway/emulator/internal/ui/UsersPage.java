package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;
import static dev.keyway.emulator.internal.html.Html.when;

import dev.keyway.emulator.Account;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.Badge;
import dev.keyway.emulator.internal.html.FormField;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Table;
import dev.keyway.emulator.internal.http.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The users of a world's two projects. */
final class UsersPage {
  private static final int PAGE = 100;

  private UsersPage() {}

  static Response list(UiCall call) {
    World world = call.world();
    List<Account> everybody = world.accounts().list();
    String search = call.query("q").toLowerCase(Locale.ROOT);
    String provider = call.query("provider");
    List<Account> found =
        everybody.stream()
            .filter(account -> provider.isEmpty() || account.provider().equals(provider))
            .filter(account -> mentions(account, search))
            .toList();
    Paging paging = Paging.of(call, found.size(), PAGE);
    Html list =
        found.isEmpty()
            ? nothing(everybody.isEmpty())
            : all(
                table(call, world, paging.cut(found)),
                paging.links(
                    Addresses.world(world, "users")
                        .with("provider", provider)
                        .with("q", call.query("q"))));
    return View.of("Users", world, Section.USERS)
        .lead("The users of both projects. One person who uses both is two users.")
        .content(
            when(!everybody.isEmpty(), filter(call, world, provider, call.query("q"))),
            el("div", list).id("users").flag("data-live"))
        .response(call);
  }

  /** What a user is called: name, else the first address, else the id. */
  static String name(Account account) {
    String name = account.displayName();
    if (name != null && !name.isBlank()) {
      return name;
    }
    return account.contacts().stream()
        .findFirst()
        .map(Account.Contact::value)
        .orElseGet(() -> account.anonymous() ? "Anonymous" : account.id());
  }

  /** What a user can sign in with. */
  static Html factors(Account account) {
    Set<String> words = new LinkedHashSet<>();
    if (account.password()) {
      words.add("password");
    }
    if (account.totp()) {
      words.add("TOTP");
    }
    int passkeys = account.passkeys().size();
    if (passkeys > 0) {
      words.add(passkeys == 1 ? "passkey" : passkeys + " passkeys");
    }
    account.socials().forEach(social -> words.add(social.provider()));
    List<Html> badges = new ArrayList<>();
    words.forEach(word -> badges.add(Badge.plain(word)));
    return badges.isEmpty()
        ? el("span", "none").cls("muted")
        : el("span").cls("badges").add(badges);
  }

  static Html state(Account account) {
    List<Html> badges = new ArrayList<>();
    if (account.locked()) {
      badges.add(Badge.bad("locked"));
    }
    if (account.anonymous()) {
      badges.add(Badge.plain("anonymous"));
    }
    return badges.isEmpty()
        ? el("span", "active").cls("muted")
        : el("span").cls("badges").add(badges);
  }

  private static boolean mentions(Account account, String part) {
    return name(account).toLowerCase(Locale.ROOT).contains(part)
        || account.id().toLowerCase(Locale.ROOT).contains(part)
        || account.contacts().stream().anyMatch(contact -> Search.finds(contact.value(), part));
  }

  private static Html filter(UiCall call, World world, String provider, String search) {
    return el("form")
        .attr("method", "get")
        .attr("role", "search")
        .attr("aria-label", "Users to show")
        .action(Addresses.world(world, "users"))
        .cls("row filter")
        .add(
            FormField.choice("users", "provider", "Provider", call.providers().choice(), provider)
                .build(),
            FormField.input("search", "users", "q", "Name, address or id", search).build(),
            el("button", "Show"));
  }

  private static Html table(UiCall call, World world, List<Account> accounts) {
    Table table =
        new Table("Users", "User", "Provider", "Addresses", "Signs in with", ">Sessions", "State");
    for (Account account : accounts) {
      table.row(
          all(
              el("a", el("bdi", name(account)))
                  .href(Addresses.world(world, "users", account.id()))
                  .cls("strong"),
              el("span", account.id()).cls("under mono")),
          el("span", call.providers().name(account.provider())).cls("name"),
          addresses(account),
          factors(account),
          text(Integer.toString(account.sessions().size())),
          state(account));
    }
    return table.build();
  }

  private static Html addresses(Account account) {
    List<Html> lines = new ArrayList<>();
    for (Account.Contact contact : account.contacts()) {
      lines.add(
          el(
              "div",
              el("bdi", contact.value()),
              when(!contact.verified(), el("span", "not verified").cls("under"))));
    }
    return lines.isEmpty() ? el("span", "none").cls("muted") : all(lines);
  }

  private static Html nothing(boolean nobodyAtAll) {
    return el(
            "div",
            el("p", nobodyAtAll ? "No user yet." : "No user is like that.").cls("strong"),
            when(
                nobodyAtAll,
                el("p", "Users who sign up through your application are listed here.")))
        .cls("empty");
  }
}
