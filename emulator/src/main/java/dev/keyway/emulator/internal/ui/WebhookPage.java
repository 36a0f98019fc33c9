package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;

import dev.keyway.emulator.WebhookAttempt;
import dev.keyway.emulator.WebhookEvent;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.CopyButton;
import dev.keyway.emulator.internal.html.DefinitionList;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Table;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One event: what is posted, and what became of it. */
final class WebhookPage {
  private WebhookPage() {}

  static Response show(UiCall call) {
    World world = call.world();
    WebhookEvent event = event(call, world);
    return View.of(event.type(), world, Section.WEBHOOKS)
        .lead(
            all(
                text("By " + call.providers().name(event.vendor()) + ", "),
                Times.both(event.createdAt(), world.clock().now()),
                text(" "),
                WebhooksPage.state(event)))
        .action(el("a", "All events").href(Addresses.world(world, "webhooks")).cls("button"))
        .action(
            call.button(
                Addresses.world(world, "webhooks", event.id(), "redeliver"), "Deliver again"))
        .content(
            el("h2", "Attempts"),
            el("div", attempts(world, event)).id("attempts").flag("data-live"),
            el("h2", "Body"),
            el("pre", el("code", pretty(event.body()))).cls("wrapped").attr("tabindex", "0"),
            el("h2", "Headers"),
            headers(event.headers()),
            el("p", "As signed last. The body is shown indented, and signed as it is sent.")
                .cls("muted"))
        .response(call);
  }

  static Response redeliver(UiCall call) {
    World world = call.world();
    WebhookEvent event = event(call, world);
    world.webhooks().redeliver(event.id());
    return UiCall.seeOther(
        Addresses.world(world, "webhooks", event.id()), Notice.WEBHOOK_REDELIVERED);
  }

  private static WebhookEvent event(UiCall call, World world) {
    return world
        .webhooks()
        .find(call.parameter("event"))
        .orElseThrow(
            () ->
                new NoSuchPage("There is no such event in this world, or the event was removed."));
  }

  private static Html attempts(World world, WebhookEvent event) {
    if (event.attempts().isEmpty()) {
      return el(
              "p",
              world.webhooks().targets().isEmpty() ? "None: there is no receiver." : "None yet.")
          .cls("muted");
    }
    Table table = new Table("Attempts, oldest first", "Receiver", "Result", ">Time");
    for (WebhookAttempt attempt : event.attempts()) {
      table.row(
          el("code", attempt.target().toString()),
          all(
              WebhooksPage.result(attempt),
              text(attempt.failure().map(reason -> " " + reason).orElse(""))),
          Times.brief(attempt.at(), world.clock().now()));
    }
    return table.build();
  }

  private static Html headers(Map<String, List<String>> headers) {
    DefinitionList list = new DefinitionList();
    new TreeMap<>(headers)
        .forEach(
            (name, values) -> list.add(name, CopyButton.value(name, String.join(", ", values))));
    return list.build();
  }

  private static String pretty(String body) {
    try {
      return Json.writeIndented(Json.read(body));
    } catch (Json.Malformed e) {
      return body;
    }
  }
}
