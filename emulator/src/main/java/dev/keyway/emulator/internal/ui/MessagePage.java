package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;
import static dev.keyway.emulator.internal.html.Html.when;

import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.Badge;
import dev.keyway.emulator.internal.html.CopyButton;
import dev.keyway.emulator.internal.html.DefinitionList;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Url;
import dev.keyway.emulator.internal.http.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One mail or text: what it carries first, then how it reads. */
final class MessagePage {
  private MessagePage() {}

  static Response show(UiCall call) {
    World world = call.world();
    OutboxMessage message = message(call, world);
    Html carries =
        message.code() == null && message.link() == null
            ? Html.NONE
            : el("section", code(message.code()), link(message.link()))
                .cls("card carries")
                .attr("aria-label", "Code and link");
    return View.of(InboxPage.line(message), world, Section.INBOX)
        .lead(
            all(
                text("To "),
                el("bdi", message.to()).cls("strong"),
                text(", "),
                Times.both(message.sentAt(), world.clock().now())))
        .action(el("a", "All messages").href(Addresses.world(world)).cls("button"))
        .content(
            when(message.bounced(), el("p", "This message bounced: nobody got it.").cls("problem")),
            carries,
            el("h2", "As it was sent"),
            el("pre", message.text()).cls("mail").attr("tabindex", "0").attr("dir", "auto"),
            el("h2", "About this message"),
            facts(message),
            neighbours(world, message),
            call.button(
                Addresses.world(world, "inbox", message.id(), "redeliver"), "Deliver again"))
        .response(call);
  }

  static Response redeliver(UiCall call) {
    World world = call.world();
    OutboxMessage message = message(call, world);
    world.outbox().redeliver(message.id());
    return UiCall.seeOther(Addresses.world(world, "inbox", message.id()), Notice.REDELIVERED);
  }

  private static OutboxMessage message(UiCall call, World world) {
    String id = call.parameter("message");
    return world.outbox().messages().stream()
        .filter(message -> message.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchPage(
                    "There is no such message in this world, or the message was removed."));
  }

  private static Html code(@Nullable String code) {
    return code == null
        ? Html.NONE
        : el("div", el("h2", "Code"), el("p", CopyButton.big("code", code)));
  }

  private static Html link(@Nullable URI link) {
    if (link == null) {
      return Html.NONE;
    }
    Html follow =
        Url.of(link.toString())
            .<Html>map(
                url ->
                    el("a", "Follow link")
                        .href(url)
                        .attr("rel", "noreferrer")
                        .cls("button primary"))
            .orElseGet(
                () -> el("p", "Only the application itself can open this address.").cls("muted"));
    return el(
        "div",
        el("h2", "Link"),
        follow,
        el("p", CopyButton.value("link", link.toString())).cls("long"));
  }

  private static Html facts(OutboxMessage message) {
    DefinitionList facts =
        new DefinitionList()
            .add("Purpose", Badge.words(message.kind()))
            .add("Channel", InboxPage.channel(message));
    if (message.token() != null) {
      facts.add("Token in the link", CopyButton.value("token", message.token()));
    }
    return facts.add("Id", CopyButton.value("id", message.id())).build();
  }

  private static Html neighbours(World world, OutboxMessage message) {
    List<OutboxMessage> sameAddress = world.outbox().messagesTo(message.to());
    int index = sameAddress.indexOf(message);
    List<Html> links = new ArrayList<>();
    if (index > 0) {
      links.add(neighbour(world, sameAddress.get(index - 1), "Older to this address"));
    }
    if (index >= 0 && index < sameAddress.size() - 1) {
      links.add(neighbour(world, sameAddress.get(index + 1), "Newer to this address"));
    }
    return when(
        !links.isEmpty(),
        el("nav").cls("paging").attr("aria-label", "Messages to this address").add(links));
  }

  private static Html neighbour(World world, OutboxMessage message, String words) {
    return el("a", words).href(Addresses.world(world, "inbox", message.id()));
  }
}
