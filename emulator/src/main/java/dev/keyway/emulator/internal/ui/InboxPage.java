package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;
import static dev.keyway.emulator.internal.html.Html.when;

import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.Badge;
import dev.keyway.emulator.internal.html.CopyButton;
import dev.keyway.emulator.internal.html.Element;
import dev.keyway.emulator.internal.html.FormField;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Table;
import dev.keyway.emulator.internal.html.Url;
import dev.keyway.emulator.internal.http.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The mails and texts of a world, newest first. */
final class InboxPage {
  private static final int PAGE = 50;
  private static final int LONGEST_LINE = 80;

  private InboxPage() {}

  static Response list(UiCall call) {
    return page(call, "");
  }

  static Response clear(UiCall call) {
    World world = call.world();
    world.outbox().clear();
    return UiCall.seeOther(Addresses.world(world), Notice.INBOX_CLEARED);
  }

  static Response bounce(UiCall call) {
    World world = call.world();
    String address = call.field("address");
    if (address.isEmpty()) {
      return page(call, "An address is needed.");
    }
    world.outbox().bounce(address);
    return UiCall.seeOther(Addresses.world(world), Notice.BOUNCING);
  }

  static Response unbounce(UiCall call) {
    World world = call.world();
    world.outbox().unbounce(call.field("address"));
    return UiCall.seeOther(Addresses.world(world), Notice.NOT_BOUNCING);
  }

  /** What a message is called in lists: its subject, or the first line of a text message. */
  static String line(OutboxMessage message) {
    String line =
        message.subject().isBlank()
            ? message.text().strip().lines().findFirst().orElse("")
            : message.subject().strip();
    if (line.isEmpty()) {
      return "(empty message)";
    }
    return line.codePointCount(0, line.length()) <= LONGEST_LINE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE)) + "…";
  }

  private static Response page(UiCall call, String problem) {
    World world = call.world();
    List<OutboxMessage> all = new ArrayList<>(world.outbox().messages());
    Collections.reverse(all);
    String search = call.query("q").toLowerCase(Locale.ROOT);
    List<OutboxMessage> found =
        all.stream()
            .filter(
                message ->
                    Search.finds(message.to(), search)
                        || line(message).toLowerCase(Locale.ROOT).contains(search))
            .toList();
    Paging paging = Paging.of(call, found.size(), PAGE);
    Html list =
        found.isEmpty()
            ? nothing(world, search)
            : all(table(world, paging.cut(found)), paging.links(here(world, search)));
    return View.of("Inbox", world, Section.INBOX)
        .lead("Every mail and text that the two services sent from this world, newest first.")
        .action(
            when(
                !all.isEmpty(),
                call.button(Addresses.world(world, "inbox", "clear"), "Empty inbox")))
        .problem(problem)
        .content(
            when(all.size() > 5 || !search.isEmpty(), search(world, call.query("q"))),
            el("div", list).id("messages").flag("data-live"),
            bounceForm(call, world))
        .response(call);
  }

  private static Url here(World world, String search) {
    return Addresses.world(world).with("q", search);
  }

  private static Html search(World world, String value) {
    return el("form")
        .attr("method", "get")
        .attr("role", "search")
        .action(Addresses.world(world))
        .cls("row filter")
        .add(
            FormField.input("search", "inbox", "q", "Find by address or subject", value).build(),
            el("button", "Find"));
  }

  private static Html table(World world, List<OutboxMessage> messages) {
    Table table = new Table("Messages, newest first", "Message", "Code or link", "To", ">Sent");
    for (OutboxMessage message : messages) {
      table.row(
          all(
              el("a", el("bdi", line(message)))
                  .href(Addresses.world(world, "inbox", message.id()))
                  .cls("strong"),
              el("span", Badge.words(message.kind()) + " · " + channel(message)).cls("under")),
          quick(message),
          all(
              el("bdi", message.to()),
              when(message.bounced(), all(text(" "), Badge.bad("bounced")))),
          Times.ago(message.sentAt(), world.clock().now()));
    }
    return table.build();
  }

  /** What the reader most likely came for. */
  private static Html quick(OutboxMessage message) {
    List<Html> pieces = new ArrayList<>();
    if (message.code() != null) {
      pieces.add(el("span", CopyButton.value("code", message.code())).cls("carried"));
    }
    if (message.link() != null) {
      Url.of(message.link().toString())
          .ifPresent(
              url ->
                  pieces.add(
                      el("a", text("Follow link"), el("span", " of " + line(message)).cls("vh"))
                          .href(url)));
    }
    return el("span").cls("links").add(pieces);
  }

  static String channel(OutboxMessage message) {
    return switch (message.channel()) {
      case EMAIL -> "e-mail";
      case SMS -> "SMS";
      case WHATSAPP -> "WhatsApp";
    };
  }

  private static Html nothing(World world, String search) {
    if (!search.isEmpty()) {
      return el("div", el("p", "No message has that address or subject.").cls("strong"))
          .cls("empty");
    }
    return el(
            "div",
            el("p", "No message yet.").cls("strong"),
            el(
                "p",
                text(
                    "Have your application send a code or a link to any address: the message is listed here. "),
                el("a", "How to connect").href(Addresses.world(world, "connect")),
                text(".")))
        .cls("empty");
  }

  private static Element bounceForm(UiCall call, World world) {
    Set<String> bouncing = world.outbox().bouncing();
    List<Html> stops = new ArrayList<>();
    bouncing.stream()
        .sorted()
        .forEach(
            address ->
                stops.add(
                    el(
                        "li",
                        el("bdi", address),
                        text(" "),
                        call.button(
                                Addresses.world(world, "inbox", "unbounce"),
                                "Stop bouncing",
                                address)
                            .add(
                                el("input")
                                    .attr("type", "hidden")
                                    .attr("name", "address")
                                    .attr("value", address)))));
    return el(
            "details",
            el("summary", "Bounce messages to an address"),
            call.form(Addresses.world(world, "inbox", "bounce"))
                .cls("card row")
                .add(
                    FormField.text("bounce", "address", "Address", "")
                        .required()
                        .hint(
                            "Later messages to this address are listed as bounced and are never "
                                + "delivered.")
                        .build(),
                    el("button", "Bounce")),
            when(!stops.isEmpty(), el("ul").cls("plain").add(stops)))
        .flag("open", !stops.isEmpty());
  }
}
