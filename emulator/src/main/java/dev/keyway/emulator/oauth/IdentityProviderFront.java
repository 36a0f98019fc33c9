package dev.keyway.emulator.oauth;

import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.core.Directory;
import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Exchange;
import dev.keyway.emulator.http.FormValues;
import dev.keyway.emulator.http.Front;
import dev.keyway.emulator.http.HttpMethod;
import dev.keyway.emulator.http.Route;
import dev.keyway.emulator.http.RouteTable;
import dev.keyway.emulator.http.RoutedRequest;
import dev.keyway.emulator.ui.html.Url;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pages of the social providers. */
final class IdentityProviderFront implements Front {
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
  private final RouteTable<BiFunction<IdentityProvider, Exchange, Answer>> routes =
      new RouteTable<>();

  @Inject
  IdentityProviderFront(Directory<IdentityProvider> providers) {
    this.providers = providers;
    add(HttpMethod.GET, "authorize", "oauth.authorize", IdentityProviderFront::authorize);
    add(HttpMethod.POST, "decision", "oauth.decide", IdentityProviderFront::decide);
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
    return routes.routes().stream().map(route -> route.describe("")).toList();
  }

  @Override
  public RoutedRequest route(Exchange exchange) {
    if (routes.match(exchange.method(), exchange.path())
        instanceof RouteTable.Found<BiFunction<IdentityProvider, Exchange, Answer>> found) {
      Optional<IdentityProvider> provider = providers.find(found.parameters().get("idp_id"));
      BiFunction<IdentityProvider, Exchange, Answer> handler = found.route().endpoint();
      if (provider.isPresent() && handler != null) {
        return routed(
            provider.get(),
            found.route().operation(),
            found.route().template(),
            () -> handler.apply(provider.get(), exchange));
      }
    }
    return routed(
        null, "oauth.unknown", exchange.path(), () -> Answer.text(404, "There is no such page."));
  }

  private static RoutedRequest routed(
      @Nullable IdentityProvider provider,
      String operation,
      String template,
      Supplier<Answer> process) {
    return new RoutedRequest(
        provider == null ? null : provider.tenant(),
        operation,
        template,
        process,
        status -> Answer.text(status, "HTTP " + status));
  }

  private void add(
      HttpMethod method,
      String page,
      String operation,
      BiFunction<IdentityProvider, Exchange, Answer> handler) {
    routes.add(
        new Route<>(method, BASE + "{idp_id}/" + page, operation, Provenance.DOCUMENTED, handler));
  }

  private static Answer authorize(IdentityProvider provider, Exchange exchange) {
    AuthorizationRequest request = AuthorizationRequest.of(exchange.query());
    if (!provider.trusts(request.redirectUri())) {
      return foreign();
    }
    return provider
        .takeDecision()
        .map(decision -> redirect(provider.resolve(request, decision)))
        .orElseGet(
            () ->
                Answer.text(
                        200, ConsentPage.html(request, provider.accounts(), decisions(provider)))
                    .withContentType("text/html; charset=utf-8")
                    .withDefaultHeaders(HEADERS));
  }

  private static Url decisions(IdentityProvider provider) {
    return Url.path("/_emulator/oauth", provider.id(), "decision");
  }

  private static Answer decide(IdentityProvider provider, Exchange exchange) {
    Map<String, List<String>> form = FormValues.parse(exchange.bodyText());
    AuthorizationRequest request = AuthorizationRequest.of(form);
    if (!provider.trusts(request.redirectUri())) {
      return foreign();
    }
    return decision(provider, form)
        .map(decision -> redirect(provider.resolve(request, decision)))
        .orElseGet(() -> Answer.text(400, "There is no such account or button."));
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

  private static Answer foreign() {
    return Answer.text(400, "The redirect URI is not this emulator's.");
  }

  /** 303: after a form was sent the browser must get the next page, not post to it. */
  private static Answer redirect(URI target) {
    return Answer.empty(303).withHeader("location", target.toString());
  }
}
