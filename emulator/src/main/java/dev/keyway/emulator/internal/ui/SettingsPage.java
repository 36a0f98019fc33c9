package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.el;

import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.vendor.Vendor;
import java.util.Optional;

/** How a world's projects are configured: looked at, and changed. */
final class SettingsPage {
  private SettingsPage() {}

  static Response show(UiCall call) {
    return page(call, Optional.empty(), "");
  }

  static Response change(UiCall call) {
    World world = call.world();
    Vendor vendor =
        call.providers()
            .find(call.parameter("vendor"))
            .orElseThrow(() -> new NoSuchPage("There is no such provider."));
    SettingsForm sent = SettingsForm.sent(vendor, call);
    if (!sent.problem().isEmpty()) {
      return page(call, Optional.of(vendor), sent.problem());
    }
    world.service(vendor.id()).orElseThrow().configure(sent.values());
    return UiCall.seeOther(Addresses.world(world, "settings"), Notice.SETTINGS_CHANGED);
  }

  /** The page, with what was sent in the form of the vendor that it was sent for. */
  private static Response page(UiCall call, Optional<Vendor> sent, String problem) {
    World world = call.world();
    View view =
        View.of("Settings", world, Section.SETTINGS)
            .lead(
                "The settings of the world's projects, as on the vendors' dashboards. "
                    + "A change applies to later requests.")
            .problem(problem);
    for (VendorService service : world.services()) {
      Vendor vendor = call.providers().find(service.id()).orElseThrow();
      SettingsForm form =
          sent.filter(vendor::equals)
              .map(v -> SettingsForm.sent(v, call))
              .orElseGet(() -> SettingsForm.of(vendor, service));
      view.content(el("h2", service.name()), form.html(call, world));
      view.content(
          el("div", UserPage.resources("In the project of " + service.name(), service.resources()))
              .id("resources-" + service.id())
              .flag("data-live"));
    }
    return view.response(call);
  }
}
