package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;
import static dev.keyway.emulator.internal.html.Html.when;

import dev.keyway.emulator.Fault;
import dev.keyway.emulator.HeldRequests;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.Badge;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Table;
import dev.keyway.emulator.internal.html.Url;
import dev.keyway.emulator.internal.http.Response;
import java.util.List;

/** What goes wrong in a world on purpose. */
final class FaultsPage {
  private FaultsPage() {}

  static Response list(UiCall call) {
    return page(call, "");
  }

  static Response add(UiCall call) {
    World world = call.world();
    try {
      FaultForm.of(call).plant(world.faults());
    } catch (IllegalArgumentException e) {
      // Its message is written for whoever plants a fault; an exception without one is a bug.
      return page(call, String.valueOf(e.getMessage()));
    }
    return UiCall.seeOther(Addresses.world(world, "faults"), Notice.FAULT_ADDED);
  }

  static Response limits(UiCall call) {
    World world = call.world();
    world.faults().useVendorRateLimits();
    return UiCall.seeOther(Addresses.world(world, "faults"), Notice.LIMITS_ADDED);
  }

  static Response clear(UiCall call) {
    World world = call.world();
    world.faults().clear();
    return UiCall.seeOther(Addresses.world(world, "faults"), Notice.FAULTS_CLEARED);
  }

  static Response remove(UiCall call) {
    World world = call.world();
    fault(call, world).remove();
    return UiCall.seeOther(Addresses.world(world, "faults"), Notice.FAULT_REMOVED);
  }

  static Response release(UiCall call) {
    World world = call.world();
    if (!(fault(call, world) instanceof HeldRequests held)) {
      throw new NoSuchPage("This fault holds no requests.");
    }
    held.release();
    return UiCall.seeOther(Addresses.world(world, "faults"), Notice.RELEASED);
  }

  private static Fault fault(UiCall call, World world) {
    String id = call.parameter("fault");
    return world.faults().active().stream()
        .filter(fault -> fault.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchPage(
                    "There is no such fault, or the fault has fired for the last time."));
  }

  private static Response page(UiCall call, String problem) {
    World world = call.world();
    List<Fault> faults = world.faults().active();
    return View.of("Faults", world, Section.FAULTS)
        .lead(
            "Errors that the emulator injects. At most one fault applies to a "
                + "request: the oldest that matches and has not run out.")
        .action(
            when(
                !faults.isEmpty(),
                call.button(Addresses.world(world, "faults", "clear"), "Remove all")))
        .problem(problem)
        .content(
            el("div", faults.isEmpty() ? nothing() : table(call, world, faults))
                .id("armed")
                .flag("data-live"),
            el("h2", "Add a fault"),
            FaultForm.of(call).html(call, world),
            el("h2", "The vendors' rate limits"),
            el(
                "p",
                "A new world has no rate limits, so that tests run at full speed. With "
                    + "rate limits, both services answer 429 as often as the real services "
                    + "would, by the world's clock."),
            call.button(Addresses.world(world, "faults", "limits"), "Use the real rate limits"))
        .response(call);
  }

  private static Html nothing() {
    return el(
            "div",
            el("p", "There are no faults.").cls("strong"),
            el("p", "Every request is answered as the service would answer it."))
        .cls("empty");
  }

  private static Html table(UiCall call, World world, List<Fault> faults) {
    Table table =
        new Table(
            "Active faults, oldest first",
            "Operation",
            "What happens",
            ">Fired",
            ">Left",
            "Waiting",
            "Actions");
    for (Fault fault : faults) {
      HeldRequests held = fault instanceof HeldRequests h ? h : null;
      table.row(
          el("code", fault.operation()),
          text(fault.effect()),
          text(Integer.toString(fault.fired())),
          text(fault.remaining().isPresent() ? "" + fault.remaining().getAsInt() : "no limit"),
          held == null ? el("span", "–").cls("muted") : waiting(held.waiting()),
          el(
                  "span",
                  held == null
                      ? Html.NONE
                      : call.button(place(world, fault, "release"), "Release", about(fault)),
                  call.button(place(world, fault, "remove"), "Remove", about(fault)))
              .cls("links"));
    }
    return all(table.build());
  }

  private static Html waiting(int count) {
    return count == 0 ? text("none yet") : Badge.warn(count + " held");
  }

  private static Url place(World world, Fault fault, String verb) {
    return Addresses.world(world, "faults", fault.id(), verb);
  }

  private static String about(Fault fault) {
    return fault.operation() + ": " + fault.effect();
  }
}
