package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;

import dev.keyway.emulator.StackAuthService;
import dev.keyway.emulator.StytchService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.CopyButton;
import dev.keyway.emulator.internal.html.DefinitionList;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.http.Response;
import java.net.URI;
import java.util.Optional;

/** What a program needs to use a world, ready to be copied. */
final class ConnectPage {
  private ConnectPage() {}

  static Response show(UiCall call) {
    World world = call.world();
    Optional<URI> https = call.emulator().openHttpsBaseUrl();
    Snippets snippets = new Snippets(world);
    return View.of("Connect", world, Section.CONNECT)
        .lead(
            "A request finds its world by ids and keys alone. These are good for this world only and"
                + " end with it.")
        .content(
            el("h2", "Keyway"),
            snippet("Properties for Stack Auth", "properties", snippets.stackAuthProperties()),
            snippet("Properties for Stytch", "properties", snippets.stytchProperties()),
            snippet("Environment", "environment", snippets.context()),
            el("h2", "Stack Auth"),
            stackAuth(world.stackAuth()),
            snippet("curl", "command", snippets.stackAuthCurl()),
            snippet("JavaScript, @stackframe/js", "code", snippets.stackAuthJavaScript()),
            el("h2", "Stytch"),
            stytch(world.stytch()),
            snippet("curl", "command", snippets.stytchCurl()),
            snippet("Java, com.stytch.java:sdk", "code", snippets.stytchJava()),
            node(call, world, https, snippets),
            el("h2", "The emulator itself"),
            el("p", "What these pages show and do, other programs get over HTTP.").cls("below"),
            snippet("curl", "commands", snippets.control(call.emulator().publicUrl())))
        .answer(call);
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

  private static Html stackAuth(StackAuthService service) {
    return new DefinitionList()
        .add("Base URL", CopyButton.value("base URL", service.baseUrl().toString()))
        .add("Project id", CopyButton.value("project id", service.projectId()))
        .add(
            "Publishable client key",
            CopyButton.value("publishable client key", service.publishableClientKey()))
        .add("Secret server key", CopyButton.value("secret server key", service.secretServerKey()))
        .add(
            "Super secret admin key",
            CopyButton.value("super secret admin key", service.superSecretAdminKey()))
        .add("JWKS", CopyButton.value("JWKS URL", service.jwksUrl().toString()))
        .add("Issuer", CopyButton.value("issuer", service.issuer()))
        .build();
  }

  private static Html stytch(StytchService service) {
    return new DefinitionList()
        .add("Base URL", CopyButton.value("base URL", service.baseUrl().toString()))
        .add("Project id", CopyButton.value("project id", service.projectId()))
        .add("Secret", CopyButton.value("secret", service.secret()))
        .add("Public token", CopyButton.value("public token", service.publicToken()))
        .add("JWKS", CopyButton.value("JWKS URL", service.jwksUrl().toString()))
        .add("Issuer", CopyButton.value("issuer", service.issuer()))
        .build();
  }

  private static Html snippet(String title, String what, String lines) {
    return all(el("h3", title), CopyButton.block(what, lines));
  }

  private static Html node(UiCall call, World world, Optional<URI> https, Snippets snippets) {
    String title = "Node, stytch";
    if (https.isEmpty()) {
      return all(
          el("h3", title),
          el("p", "This SDK takes https only, which is not open yet.").cls("below"),
          call.button(Addresses.world(world, "connect", "https"), "Open HTTPS"));
    }
    return all(
        el("h3", title),
        el(
                "p",
                text("This SDK takes https only. Start Node with NODE_EXTRA_CA_CERTS set to "),
                el("a", "the emulator's certificate").href(Addresses.global("ca.pem")),
                text("."))
            .cls("below"),
        CopyButton.block("code", snippets.stytchNode(https.get())));
  }
}
