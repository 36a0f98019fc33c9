package dev.keyway.emulator.internal.idp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a vendor asks of a social provider.
 *
 * @param provider the provider, for example {@code google}
 * @param client what asks, in words for the page
 * @param redirectUri where the browser goes afterwards: a route of the emulator itself
 * @param state comes back unchanged
 * @param scopes what is asked for
 * @param loginHint who is expected; empty for anybody
 */
public record AuthorizationRequest(
    String provider,
    String client,
    String redirectUri,
    String state,
    List<String> scopes,
    String loginHint) {
  /** Checks that nothing is missing, and copies the scopes. */
  public AuthorizationRequest {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(redirectUri, "redirectUri");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(loginHint, "loginHint");
    scopes = List.copyOf(scopes);
  }

  /** As parameters of a URL or a form, in order. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("provider", provider);
    parameters.put("client_id", client);
    parameters.put("redirect_uri", redirectUri);
    parameters.put("state", state);
    parameters.put("scope", String.join(" ", scopes));
    parameters.put("login_hint", loginHint);
    return parameters;
  }

  /** Reads parameters; absent ones count as empty. */
  static AuthorizationRequest of(Map<String, List<String>> parameters) {
    String scope = first(parameters, "scope");
    return new AuthorizationRequest(
        first(parameters, "provider"),
        first(parameters, "client_id"),
        first(parameters, "redirect_uri"),
        first(parameters, "state"),
        scope.isBlank() ? List.of() : List.of(scope.strip().split(" +", -1)),
        first(parameters, "login_hint"));
  }

  static String first(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.get(name);
    return values == null || values.isEmpty() ? "" : values.get(0);
  }
}
