package dev.keyway.providers.stytch;

import dev.keyway.AuthConfig;
import dev.keyway.OAuthOptions;
import dev.keyway.Secret;
import dev.keyway.providers.flow.UriQuery;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The URL that the browser is sent to. Stytch has a {@code state} of its own between itself and the
 * identity provider; ours rides in the redirect URLs, which keep their queries.
 */
final class OAuthStart {

  static final String STATE = "state";

  private final StytchSettings settings;

  @Inject
  OAuthStart(StytchSettings settings) {
    this.settings = settings;
  }

  String publicToken(AuthConfig config) {
    return settings
        .publicToken()
        .orElseGet(() -> config.required(StytchSettings.name("public-token")));
  }

  URI location(
      String publicToken, OAuthFlow flow, Optional<Secret> attachToken, OAuthOptions options) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("public_token", publicToken);
    query.put("login_redirect_url", withState(flow.callback(), flow.loginState()));
    query.put("signup_redirect_url", withState(flow.callback(), flow.signUpState()));
    query.put("code_challenge", flow.pkce().challenge());
    if (!options.scopes().isEmpty()) {
      query.put("custom_scopes", String.join(" ", new TreeSet<>(options.scopes())));
    }
    options.loginHint().ifPresent(hint -> query.put("provider_login_hint", hint));
    options.parameters().forEach((name, value) -> query.put("provider_" + name, value));
    attachToken.ifPresent(token -> query.put("oauth_attach_token", token.reveal()));
    URI start =
        URI.create(settings.baseUrl() + "/v1/public/oauth/" + flow.provider().value() + "/start");
    return UriQuery.append(start, query);
  }

  private static String withState(URI callback, String state) {
    return UriQuery.append(callback, Map.of(STATE, state)).toString();
  }
}
