package dev.keyway.emulator.internal.idp;

import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.internal.html.Url;
import dev.keyway.emulator.internal.http.FormValues;
import dev.keyway.emulator.internal.http.HttpMethod;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;
import dev.keyway.emulator.internal.pipeline.RoutedRequest;
import dev.keyway.emulator.internal.pipeline.VendorApi;
import dev.keyway.emulator.internal.state.Directory;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pages of the social providers. */
final class IdentityProviderApi implements VendorApi {
  private static final String BASE = "/_emulator/oauth/";

  /** No form-action: browsers would apply it to the redirect to the application, too. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "cache-control",
          "no-store",
          "content-security-policy",
          "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
              + " frame-ancestors 'none'",
          "x-content-type-options",
          "nosniff",
          "referrer-policy",
          "same-origin");

  private final Directory<IdentityProvider> providers;
  private final RouteTable<BiFunction<IdentityProvider, Request, Response>> routes =
      new RouteTable<>();

  @Inject
  IdentityProviderApi(Directory<IdentityProvider> providers) {
    this.providers = providers;
    add(HttpMethod.GET, "authorize", "oauth.authorize", IdentityProviderApi::authorize);
    add(HttpMethod.POST, "decision", "oauth.decide", IdentityProviderApi::decide);
  }

  @Override
  public String provider() {
    return "oauth";
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith(BASE);
  }

  @Override
  public List<Operation> operations() {
    return routes.routes().stream().map(Route::describe).toList();
  }

  @Override
  public RoutedRequest route(Request request) {
    if (routes.match(request.method(), request.path())
        instanceof RouteTable.Found<BiFunction<IdentityProvider, Request, Response>> found) {
      Optional<IdentityProvider> provider = providers.find(found.parameters().get("idp_id"));
      BiFunction<IdentityProvider, Request, Response> handler = found.route().endpoint();
      if (provider.isPresent() && handler != null) {
        return routed(
            provider.get(),
            found.route().operation(),
            found.route().template(),
            () -> handler.apply(provider.get(), request));
      }
    }
    return routed(
        null, "oauth.unknown", request.path(), () -> Response.text(404, "There is no such page."));
  }

  private static RoutedRequest routed(
      @Nullable IdentityProvider provider,
      String operation,
      String template,
      Supplier<Response> process) {
    return new RoutedRequest(
        provider == null ? null : provider.context(),
        operation,
        template,
        Optional.empty(),
        () -> true,
        process,
        status -> Response.text(status, "HTTP " + status));
  }

  private void add(
      HttpMethod method,
      String page,
      String operation,
      BiFunction<IdentityProvider, Request, Response> handler) {
    routes.add(
        new Route<>(method, BASE + "{idp_id}/" + page, operation, Provenance.DOCUMENTED, handler));
  }

  private static Response authorize(IdentityProvider provider, Request request) {
    AuthorizationRequest asked = AuthorizationRequest.of(request.query());
    if (!provider.trusts(asked.redirectUri())) {
      return foreign();
    }
    return provider
        .takeDecision()
        .map(decision -> redirect(provider.resolve(asked, decision)))
        .orElseGet(
            () ->
                Response.text(
                        200, ConsentPage.html(asked, provider.accounts(), decisions(provider)))
                    .withContentType("text/html; charset=utf-8")
                    .withDefaultHeaders(HEADERS));
  }

  private static Url decisions(IdentityProvider provider) {
    return Url.path("/_emulator/oauth", provider.id(), "decision");
  }

  private static Response decide(IdentityProvider provider, Request request) {
    Map<String, List<String>> form = FormValues.parse(request.bodyText());
    AuthorizationRequest asked = AuthorizationRequest.of(form);
    if (!provider.trusts(asked.redirectUri())) {
      return foreign();
    }
    return decision(provider, form)
        .map(decision -> redirect(provider.resolve(asked, decision)))
        .orElseGet(() -> Response.text(400, "There is no such account or button."));
  }

  private static Optional<OAuthDecision> decision(
      IdentityProvider provider, Map<String, List<String>> form) {
    return switch (AuthorizationRequest.first(form, "decision")) {
      case "approve" ->
          provider.account(AuthorizationRequest.first(form, "subject")).map(OAuthDecision::approve);
      case "add" -> added(form).map(OAuthDecision::approve);
      case "deny" -> Optional.of(OAuthDecision.deny());
      case "error" -> Optional.of(OAuthDecision.error("server_error", "The provider failed."));
      default -> Optional.empty();
    };
  }

  private static Optional<SocialAccount> added(Map<String, List<String>> form) {
    String email = AuthorizationRequest.first(form, "email").strip();
    if (email.isEmpty()) {
      return Optional.empty();
    }
    SocialAccount account =
        SocialAccount.of(email).named(AuthorizationRequest.first(form, "name").strip());
    return Optional.of(form.containsKey("unverified") ? account.unverified() : account);
  }

  private static Response foreign() {
    return Response.text(400, "The redirect URI is not this emulator's.");
  }

  /** 303: after a form was sent the browser must get the next page, not post to it. */
  private static Response redirect(URI target) {
    return Response.empty(303).withLocation(target.toString());
  }
}
