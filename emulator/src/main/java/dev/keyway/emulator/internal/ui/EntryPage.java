package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;

import dev.keyway.emulator.Ledger;
import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.Badge;
import dev.keyway.emulator.internal.html.CopyButton;
import dev.keyway.emulator.internal.html.DefinitionList;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Url;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import java.time.Instant;
import java.util.function.Function;

/** One request: what was asked, what was answered, and why. */
final class EntryPage {
  private EntryPage() {}

  static Response show(UiCall call) {
    World world = call.world();
    LedgerEntry entry = entry(call, world.ledger());
    View view = View.of("Request #" + entry.sequence(), world, Section.LEDGER);
    return page(
        call,
        view,
        entry,
        world.clock().now(),
        Addresses.world(world, "ledger"),
        id -> user(world, id));
  }

  static Response unmatchedEntry(UiCall call) {
    LedgerEntry entry = entry(call, call.emulator().unmatchedRequests());
    View view = View.of("Unmatched request #" + entry.sequence(), Section.UNMATCHED);
    return page(call, view, entry, call.machineTime(), Addresses.global("strays"), EntryPage::code);
  }

  private static LedgerEntry entry(UiCall call, Ledger ledger) {
    String number = call.parameter("entry");
    return ledger.entries().stream()
        .filter(entry -> Long.toString(entry.sequence()).equals(number))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchPage(
                    "There is no request with this number, or the request was removed."));
  }

  /** A link to the user's page while there is such a user, and the bare id else. */
  private static Html user(World world, String id) {
    return world.accounts().find(id).isPresent()
        ? el("a", el("code", id)).href(Addresses.world(world, "users", id))
        : code(id);
  }

  private static Html code(String id) {
    return el("code", id);
  }

  private static Response page(
      UiCall call,
      View view,
      LedgerEntry entry,
      Instant now,
      Url list,
      Function<String, Html> user) {
    return view.lead(
            all(
                el("span", entry.method()).cls("method"),
                text(" "),
                el("code", entry.path()),
                text(" "),
                Badge.status(entry.status())))
        .action(el("a", "All requests").href(list).cls("button"))
        .content(
            Explanation.of(entry, call.emulator()).map(Explanation::box).orElse(Html.NONE),
            facts(entry, now, user),
            el("h2", "Request"),
            summary(entry.request(), "No query and no body."),
            el("h2", "Response"),
            summary(
                entry.answer(),
                entry.status() == 0 ? "No response was sent." : "The body is not recorded."),
            el("p", "Values that may be secret are replaced before a request is recorded.")
                .cls("muted"))
        .response(call);
  }

  private static Html facts(LedgerEntry entry, Instant now, Function<String, Html> user) {
    DefinitionList facts =
        new DefinitionList()
            .add("Operation", CopyButton.value("operation", entry.operation()))
            .add("Route", el("code", entry.route()))
            .add("Time", Times.both(entry.at(), now))
            .add("Took", Times.took(entry.took()));
    if (entry.errorCode() != null) {
      facts.add("Error code", CopyButton.value("error code", entry.errorCode()));
    }
    if (entry.neutralCode() != null) {
      facts.add("In the library", all(text("ErrorCode."), el("code", entry.neutralCode())));
    }
    if (entry.address() != null) {
      facts.add("Address", CopyButton.value("address", entry.address()));
    }
    if (entry.userId() != null) {
      facts.add("User", user.apply(entry.userId()));
    }
    if (entry.requestId() != null) {
      facts.add("Request id", CopyButton.value("request id", entry.requestId()));
    }
    if (entry.fault() != null) {
      facts.add("Fault", all(Badge.warn("fault"), text(" " + entry.fault())));
    }
    return facts.build();
  }

  private static Html summary(String recorded, String whenEmpty) {
    return recorded.isEmpty()
        ? el("p", whenEmpty).cls("muted")
        : el("pre", el("code", indented(recorded))).cls("wrapped").attr("tabindex", "0");
  }

  /** Query and body are recorded in one line: {@code ?{…} {…}}. */
  static String indented(String recorded) {
    if (recorded.startsWith("?")) {
      for (int i = recorded.indexOf("} {"); i >= 0; i = recorded.indexOf("} {", i + 1)) {
        String query = pretty(recorded.substring(1, i + 1));
        if (!query.isEmpty()) {
          return "Query\n" + query + "\n\nBody\n" + indented(recorded.substring(i + 2));
        }
      }
      String query = pretty(recorded.substring(1));
      return query.isEmpty() ? recorded : "Query\n" + query;
    }
    String json = pretty(recorded);
    return json.isEmpty() ? recorded : json;
  }

  private static String pretty(String json) {
    try {
      return Json.writeIndented(Json.read(json));
    } catch (Json.Malformed e) {
      return "";
    }
  }
}
