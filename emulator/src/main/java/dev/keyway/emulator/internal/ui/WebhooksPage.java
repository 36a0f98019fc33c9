package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;
import static dev.keyway.emulator.internal.html.Html.when;

import dev.keyway.emulator.WebhookAttempt;
import dev.keyway.emulator.WebhookEvent;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.Badge;
import dev.keyway.emulator.internal.html.Element;
import dev.keyway.emulator.internal.html.FormField;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Table;
import dev.keyway.emulator.internal.http.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The events that the vendors made in a world, newest first, and where they are posted to. */
final class WebhooksPage {
  private static final int PAGE = 50;

  private WebhooksPage() {}

  static Response list(UiCall call) {
    return page(call, "", "");
  }

  static Response clear(UiCall call) {
    World world = call.world();
    world.webhooks().clear();
    return UiCall.seeOther(Addresses.world(world, "webhooks"), Notice.WEBHOOKS_CLEARED);
  }

  static Response deliver(UiCall call) {
    World world = call.world();
    String url = call.field("url");
    try {
      world.webhooks().deliverTo(URI.create(url));
    } catch (IllegalArgumentException e) {
      return page(call, url, url.isEmpty() ? "A URL is needed." : e.getMessage() + ".");
    }
    return UiCall.seeOther(Addresses.world(world, "webhooks"), Notice.RECEIVER_ADDED);
  }

  static Response stop(UiCall call) {
    World world = call.world();
    String url = call.field("url");
    world.webhooks().targets().stream()
        .filter(target -> target.toString().equals(url))
        .forEach(world.webhooks()::stopDelivering);
    return UiCall.seeOther(Addresses.world(world, "webhooks"), Notice.RECEIVER_REMOVED);
  }

  /** What became of an event, in one word or number: what the latest attempt met. */
  static Html state(WebhookEvent event) {
    List<WebhookAttempt> attempts = event.attempts();
    return attempts.isEmpty() ? Badge.plain("not sent") : result(attempts.get(attempts.size() - 1));
  }

  /** What an attempt met. */
  static Html result(WebhookAttempt attempt) {
    return attempt.status().map(Badge::status).orElseGet(() -> Badge.bad("no answer"));
  }

  private static Response page(UiCall call, String url, String problem) {
    World world = call.world();
    List<WebhookEvent> newest = new ArrayList<>(world.webhooks().events());
    Collections.reverse(newest);
    Paging paging = Paging.of(call, newest.size(), PAGE);
    Html list =
        newest.isEmpty()
            ? nothing()
            : all(
                table(call, world, paging.cut(newest)),
                paging.links(Addresses.world(world, "webhooks")));
    return View.of("Webhooks", world, Section.WEBHOOKS)
        .lead("Every event that the services made in this world, signed, newest first.")
        .action(
            when(
                !newest.isEmpty(),
                call.button(Addresses.world(world, "webhooks", "clear"), "Forget all events")))
        .problem(problem)
        .content(el("div", list).id("events").flag("data-live"), receivers(call, world, url))
        .response(call);
  }

  private static Html table(UiCall call, World world, List<WebhookEvent> events) {
    Table table = new Table("Events, newest first", "Event", "State", ">Attempts", ">Made");
    for (WebhookEvent event : events) {
      table.row(
          all(
              el("a", event.type())
                  .href(Addresses.world(world, "webhooks", event.id()))
                  .cls("strong"),
              el("span", call.providers().name(event.vendor())).cls("under")),
          state(event),
          text(Integer.toString(event.attempts().size())),
          Times.ago(event.createdAt(), world.clock().now()));
    }
    return table.build();
  }

  private static Html nothing() {
    return el(
            "div",
            el("p", "No event yet.").cls("strong"),
            el(
                "p",
                "Have your application sign a user up, or change one: the event is listed here, "
                    + "whether a receiver gets it or not."))
        .cls("empty");
  }

  private static Element receivers(UiCall call, World world, String url) {
    List<URI> targets = world.webhooks().targets();
    List<Html> stops = new ArrayList<>();
    targets.forEach(target -> stops.add(receiver(call, world, target.toString())));
    return el(
            "details",
            el("summary", "Deliver events to a receiver"),
            call.form(Addresses.world(world, "webhooks", "deliver"))
                .cls("card row")
                .add(
                    FormField.text("receiver", "url", "URL", url)
                        .required()
                        .hint(
                            "On this machine, or at a host that the emulator was started with. "
                                + "It gets every event that is made from now on.")
                        .build(),
                    el("button", "Deliver")),
            when(!stops.isEmpty(), el("ul").cls("plain").add(stops)))
        .flag("open", !stops.isEmpty() || !url.isEmpty());
  }

  private static Html receiver(UiCall call, World world, String target) {
    return el(
        "li",
        el("code", target),
        text(" "),
        call.button(Addresses.world(world, "webhooks", "stop"), "Stop delivering", "to " + target)
            .add(el("input").attr("type", "hidden").attr("name", "url").attr("value", target)));
  }
}
