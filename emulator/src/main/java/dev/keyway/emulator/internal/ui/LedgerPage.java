package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;
import static dev.keyway.emulator.internal.html.Html.when;

import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.Badge;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Table;
import dev.keyway.emulator.internal.html.Url;
import dev.keyway.emulator.internal.http.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The requests of a world, or those that belong to none, newest first. */
final class LedgerPage {
  private static final int PAGE = 100;

  private LedgerPage() {}

  static Response list(UiCall call) {
    World world = call.world();
    return View.of("Ledger", world, Section.LEDGER)
        .lead("Every request that this world's services answered. Secrets are never recorded.")
        .action(
            when(
                !world.ledger().entries().isEmpty(),
                call.button(Addresses.world(world, "ledger", "clear"), "Empty ledger")))
        .content(
            content(
                call,
                world.ledger().entries(),
                Addresses.world(world, "ledger"),
                entry -> Addresses.world(world, "ledger", Long.toString(entry.sequence())),
                world.clock().now(),
                "Point your application at this world: its requests are listed here."))
        .response(call);
  }

  static Response clear(UiCall call) {
    World world = call.world();
    world.ledger().clear();
    return UiCall.seeOther(Addresses.world(world, "ledger"), Notice.LEDGER_CLEARED);
  }

  static Response unmatched(UiCall call) {
    return View.of("Unmatched requests", Section.UNMATCHED)
        .lead(
            "Requests that named no open world: a wrong project id, a wrong key, a closed world, or a path that neither service has.")
        .content(
            content(
                call,
                call.emulator().unmatchedRequests().entries(),
                Addresses.global("strays"),
                entry -> Addresses.global("strays", Long.toString(entry.sequence())),
                call.machineTime(),
                "Every request so far named an open world."))
        .response(call);
  }

  private static Html content(
      UiCall call,
      List<LedgerEntry> entries,
      Url here,
      Function<LedgerEntry, Url> place,
      Instant now,
      String whenEmpty) {
    LedgerFilter filter = LedgerFilter.of(call);
    List<LedgerEntry> newestFirst =
        new ArrayList<>(entries.stream().filter(filter::shows).toList());
    Collections.reverse(newestFirst);
    Paging paging = Paging.of(call, newestFirst.size(), PAGE);
    Html list =
        newestFirst.isEmpty()
            ? nothing(filter, here, whenEmpty)
            : all(table(paging.cut(newestFirst), place, now), paging.links(filter.addTo(here)));
    List<String> operations =
        call.emulator().operations().stream().map(Operation::id).distinct().sorted().toList();
    return all(
        when(!entries.isEmpty(), filter.form(here, call.providers(), operations)),
        el("div", list).id("requests").flag("data-live"));
  }

  private static Html table(
      List<LedgerEntry> entries, Function<LedgerEntry, Url> place, Instant now) {
    Table table =
        new Table(
            "Requests, newest first", "Request", "Status", "Error or fault", ">Took", ">Time");
    for (LedgerEntry entry : entries) {
      table.row(
          all(
              el("a", el("span", entry.method()).cls("method"), text(" "), el("bdi", entry.path()))
                  .href(place.apply(entry))
                  .cls("mono"),
              el("span", "#" + entry.sequence() + " · " + entry.operation()).cls("under"),
              entry.address() == null
                  ? Html.NONE
                  : el("span", el("bdi", entry.address())).cls("under")),
          Badge.status(entry.status()),
          all(
              entry.errorCode() == null ? Html.NONE : el("code", entry.errorCode()),
              Explanation.notEmulated(entry)
                  ? el("span", "not emulated yet").cls("under")
                  : Html.NONE,
              entry.fault() == null
                  ? Html.NONE
                  : el("span", "fault: " + entry.fault()).cls("under")),
          text(Times.took(entry.took())),
          Times.brief(entry.at(), now));
    }
    return table.build();
  }

  private static Html nothing(LedgerFilter filter, Url here, String whenEmpty) {
    return filter.isOpen()
        ? el("div", el("p", "No request.").cls("strong"), el("p", whenEmpty)).cls("empty")
        : el(
                "div",
                el("p", "No request is like that.").cls("strong"),
                el("p", el("a", "Show all requests").href(here)))
            .cls("empty");
  }
}
