package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;

import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.CopyButton;
import dev.keyway.emulator.internal.html.DefinitionList;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.vendor.Snippet;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a program needs to use a world, ready to be copied. */
final class ConnectPage {
  private ConnectPage() {}

  static Response show(UiCall call) {
    World world = call.world();
    Optional<URI> https = call.emulator().openHttpsBaseUrl();
    View view =
        View.of("Connect", world, Section.CONNECT)
            .lead(
                "A request finds its world by ids and keys alone. The ids and keys "
                    + "below are valid for this world only, until the world is closed.")
            .content(el("h2", "Keyway"));
    for (VendorService service : world.services()) {
      view.content(
          snippet("Properties for " + service.name(), "properties", Snippets.properties(service)));
    }
    view.content(snippet("Environment", "environment", Snippets.environment(world)));
    for (VendorService service : world.services()) {
      view.content(el("h2", service.name()), values(service));
      call.providers()
          .find(service.id())
          .map(vendor -> vendor.snippets(world))
          .orElse(List.of())
          .forEach(snippet -> view.content(snippet(call, world, https, snippet)));
    }
    return view.content(
            el("h2", "The emulator itself"),
            el("p", "Other programs can do over HTTP what these pages do.").cls("below"),
            snippet("curl", "commands", Snippets.control(world, call.emulator().publicUrl())))
        .response(call);
  }

  static Response openHttps(UiCall call) {
    World world = call.world();
    URI unused = call.emulator().httpsBaseUrl();
    return UiCall.seeOther(Addresses.world(world, "connect"), Notice.HTTPS_OPEN);
  }

  static Response authority(UiCall call) {
    return Response.text(200, call.emulator().certificateAuthorityPem())
        .withContentType("application/x-pem-file")
        .withHeader("content-disposition", "attachment; filename=\"keyway-emulator-ca.pem\"");
  }

  private static Html values(VendorService service) {
    DefinitionList list = new DefinitionList();
    service
        .connection()
        .forEach(
            value ->
                list.add(value.label(), CopyButton.value(spoken(value.label()), value.value())));
    return list.build();
  }

  /** A label in the middle of a sentence: only an abbreviation keeps its capitals. */
  private static String spoken(String label) {
    return label.length() > 1 && Character.isUpperCase(label.charAt(1))
        ? label
        : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }

  private static Html snippet(String title, String what, String lines) {
    return all(el("h3", title), CopyButton.block(what, lines));
  }

  private static Html snippet(UiCall call, World world, Optional<URI> https, Snippet snippet) {
    if (!snippet.httpsOnly()) {
      return snippet(
          snippet.title(), snippet.what(), snippet.lines().apply(call.emulator().publicUrl()));
    }
    if (https.isEmpty()) {
      return all(
          el("h3", snippet.title()),
          el("p", "This SDK accepts https only, and HTTPS is not open yet.").cls("below"),
          call.button(Addresses.world(world, "connect", "https"), "Open HTTPS"));
    }
    return all(
        el("h3", snippet.title()),
        el(
                "p",
                text("This SDK takes https only. Start Node with NODE_EXTRA_CA_CERTS set to "),
                el("a", "the emulator's certificate").href(Addresses.global("ca.pem")),
                text("."))
            .cls("below"),
        CopyButton.block(snippet.what(), snippet.lines().apply(https.get())));
  }
}
