package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.when;

import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.Asset;
import dev.keyway.emulator.internal.html.Element;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Url;

/** What all pages share: head, menus, heading, footer. */
final class Layout {
  private Layout() {}

  static Element page(View view, UiCall call) {
    Html menu = view.world().<Html>map(world -> worldMenu(view, world, call)).orElse(Html.NONE);
    Element frame = el("div").cls(view.world().isPresent() ? "frame with-menu" : "frame");
    return el("html")
        .attr("lang", "en")
        .add(head(view))
        .add(
            el(
                "body",
                el("a", "Skip to content").cls("skip").anchor("main"),
                banner(view, call),
                frame.add(menu, main(view, call)),
                el(
                        "footer",
                        el(
                            "p",
                            "Everything stays on this machine. No message is sent; webhooks go only "
                                + "to the receivers that a test names."))
                    .cls("foot")));
  }

  private static Element head(View view) {
    String world = view.world().map(w -> " · " + w.name()).orElse("");
    return el(
        "head",
        el("meta").attr("charset", "utf-8"),
        el("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1"),
        el("meta").attr("name", "color-scheme").attr("content", "light dark"),
        el("title", view.title() + world + " · Keyway emulator"),
        el("link").attr("rel", "icon").attr("type", "image/svg+xml").href(Asset.ICON.url()),
        el("link").attr("rel", "stylesheet").href(Asset.STYLESHEET.url()),
        el("script").src(Asset.SCRIPT.url()).flag("defer"));
  }

  private static Element banner(View view, UiCall call) {
    Element mark =
        el("img").src(Asset.ICON.url()).attr("alt", "").attr("width", "26").attr("height", "26");
    Element brand =
        el("a")
            .cls("brand")
            .href(Addresses.start())
            .add(mark, el("b", "Keyway"), el("span", "emulator"));
    return el(
            "header",
            brand,
            el("nav", el("ul", worlds(view), coverage(view), unmatched(view, call)))
                .attr("aria-label", "Emulator"))
        .cls("top");
  }

  private static Element worlds(View view) {
    return entry(view, Section.WORLDS, Addresses.start(), 0);
  }

  private static Element coverage(View view) {
    return entry(view, Section.COVERAGE, Addresses.global("coverage"), 0);
  }

  private static Element unmatched(View view, UiCall call) {
    int count = call.emulator().unmatchedRequests().entries().size();
    return entry(view, Section.UNMATCHED, Addresses.global("strays"), count);
  }

  private static Element worldMenu(View view, World world, UiCall call) {
    Element list = el("ul");
    list.add(
        entry(view, Section.INBOX, Addresses.world(world), world.outbox().messages().size()),
        entry(view, Section.USERS, Addresses.world(world, "users"), world.accounts().count()),
        entry(
            view, Section.SOCIAL, Addresses.world(world, "social"), world.oauth().pending().size()),
        entry(
            view,
            Section.WEBHOOKS,
            Addresses.world(world, "webhooks"),
            world.webhooks().events().size()),
        entry(
            view,
            Section.LEDGER,
            Addresses.world(world, "ledger"),
            world.ledger().entries().size()),
        entry(
            view, Section.FAULTS, Addresses.world(world, "faults"), world.faults().active().size()),
        entry(view, Section.CLOCK, Addresses.world(world, "clock"), 0),
        entry(view, Section.SETTINGS, Addresses.world(world, "settings"), 0),
        entry(view, Section.CONNECT, Addresses.world(world, "connect"), 0));
    return el("nav")
        .cls("menu")
        .id("menu")
        .flag("data-live")
        .attr("aria-label", "World")
        .add(
            el("p", el("bdi", world.name())).cls("world-name"),
            el("p", Times.clock(world.clock(), call.machineTime())).cls("world-clock"),
            list);
  }

  private static Element entry(View view, Section section, Url url, int count) {
    Element link = el("a", section.label()).href(url);
    if (view.section() == section) {
      link.attr("aria-current", "page");
    }
    return el("li", link.add(when(count > 0, el("span", Integer.toString(count)).cls("count"))));
  }

  private static Element main(View view, UiCall call) {
    Html notice =
        Notice.of(call.query(Notice.PARAMETER))
            .filter(n -> view.problemWords().isEmpty())
            .<Html>map(n -> el("p", n.words()).cls("notice"))
            .orElse(Html.NONE);
    Html problem =
        when(
            !view.problemWords().isEmpty(),
            el("p", el("strong", "Not done: "), Html.text(view.problemWords())).cls("problem"));
    return el("main")
        .id("main")
        .attr("tabindex", "-1")
        .add(
            el(
                    "div",
                    el("div", el("h1", view.title()), lead(view)),
                    when(!view.actions().isEmpty(), el("div", all(view.actions())).cls("actions")))
                .cls("heading"),
            notice,
            problem)
        .add(view.pieces());
  }

  private static Html lead(View view) {
    return when(view.leadWords() != Html.NONE, el("p", view.leadWords()).cls("lead"));
  }
}
