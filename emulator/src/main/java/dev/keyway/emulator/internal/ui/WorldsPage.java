package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;

import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.internal.html.CopyButton;
import dev.keyway.emulator.internal.html.Element;
import dev.keyway.emulator.internal.html.FormField;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Table;
import dev.keyway.emulator.internal.http.Response;
import java.util.List;

/** The open worlds; opens, empties and closes them. */
final class WorldsPage {
  private static final int LONGEST_NAME = 100;

  private WorldsPage() {}

  static Response list(UiCall call) {
    return page(call, "", "");
  }

  static Response open(UiCall call) {
    String name = call.field("name");
    if (name.length() > LONGEST_NAME) {
      return page(call, name, "A name has at most " + LONGEST_NAME + " characters.");
    }
    WorldSpec spec = name.isEmpty() ? WorldSpec.defaults() : WorldSpec.defaults().named(name);
    World world = call.emulator().newWorld(spec);
    return UiCall.seeOther(Addresses.world(world), Notice.WORLD_OPENED);
  }

  static Response askReset(UiCall call) {
    World world = call.world();
    return question(
        call,
        world,
        "Reset this world?",
        "Users, sessions, messages, social accounts, faults and the ledger are forgotten and the"
            + " clock runs with this machine's time again. Ids, keys and settings stay.",
        "reset",
        "Reset the world");
  }

  static Response reset(UiCall call) {
    World world = call.world();
    world.reset();
    return UiCall.seeOther(Addresses.world(world), Notice.WORLD_RESET);
  }

  static Response askClose(UiCall call) {
    World world = call.world();
    return question(
        call,
        world,
        "Close this world?",
        "Everything in the world is lost, and requests with its keys are "
            + "refused from then on. A test that still uses it"
            + " will fail.",
        "close",
        "Close the world");
  }

  static Response close(UiCall call) {
    call.world().close();
    return UiCall.seeOther(Addresses.start(), Notice.WORLD_CLOSED);
  }

  private static Response question(
      UiCall call, World world, String title, String consequence, String verb, String button) {
    Element form =
        call.form(Addresses.world(world, verb))
            .add(
                el("p", consequence),
                el(
                        "p",
                        el("button", button).cls("danger"),
                        text(" "),
                        el("a", "Leave it as it is").href(Addresses.world(world)).cls("button"))
                    .cls("buttons"))
            .cls("card narrow");
    return View.of(title, world, Section.NONE).content(form).response(call);
  }

  private static Response page(UiCall call, String name, String problem) {
    List<World> worlds = call.emulator().worlds();
    return View.of("Worlds", Section.WORLDS)
        .lead(
            all(
                text(
                    "A world is one project of its own on "
                        + call.providers().all("and on")
                        + ". All answer at "),
                CopyButton.value("base URL", call.emulator().publicUrl().toString()),
                text(".")))
        .problem(problem)
        .content(
            worlds.isEmpty() ? nothing() : table(call, worlds),
            el("h2", "Open a world"),
            call.form(Addresses.worlds())
                .cls("card row")
                .add(
                    FormField.text("world", "name", "Name", name)
                        .with("maxlength", Integer.toString(LONGEST_NAME))
                        .hint("Optional. Reports and this list show the name.")
                        .build(),
                    el("button", "Open world").cls("primary")))
        .response(call);
  }

  private static Html nothing() {
    return el(
            "div",
            el("p", "No world is open.").cls("strong"),
            el(
                "p",
                "A test opens a world of its own. To try the emulator by hand, open a "
                    + "world here."))
        .cls("empty");
  }

  private static Html table(UiCall call, List<World> worlds) {
    Table table =
        new Table("Open worlds", "World", ">Messages", ">Requests", ">Faults", "Clock", "Actions");
    for (World world : worlds) {
      table.row(
          el("a", el("bdi", world.name())).href(Addresses.world(world)).cls("strong"),
          text(Integer.toString(world.outbox().messages().size())),
          text(Integer.toString(world.ledger().entries().size())),
          text(Integer.toString(world.faults().active().size())),
          Times.clock(world.clock(), call.machineTime()),
          el(
                  "span",
                  link(world, "Connect", "connect"),
                  link(world, "Reset", "reset"),
                  link(world, "Close", "close"))
              .cls("links"));
    }
    return el("div", table.build()).id("worlds").flag("data-live");
  }

  private static Html link(World world, String verb, String place) {
    return all(
        el("a", text(verb), el("span", " " + world.name()).cls("vh"))
            .href(Addresses.world(world, place)),
        text(" "));
  }
}
