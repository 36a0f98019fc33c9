package dev.keyway.providers.stytch.consumer;

import static dev.keyway.providers.http.ViewCalls.notNull;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a connected app asks of a user, as it came to the consent page in the page's query.
 * Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1">RFC 6749, section 4.1.1</a>
 */
public final class AuthorizationRequest {

  private final ConnectedAppId app;
  private final URI redirectUrl;
  private final Set<String> scopes;
  private final boolean consentPrompted;
  private final @Nullable String state;
  private final @Nullable String nonce;
  private final @Nullable String codeChallenge;
  private final List<URI> resources;

  private AuthorizationRequest(
      ConnectedAppId app,
      URI redirectUrl,
      Set<String> scopes,
      boolean consentPrompted,
      @Nullable String state,
      @Nullable String nonce,
      @Nullable String codeChallenge,
      List<URI> resources) {
    this.app = app;
    this.redirectUrl = redirectUrl;
    this.scopes = scopes;
    this.consentPrompted = consentPrompted;
    this.state = state;
    this.nonce = nonce;
    this.codeChallenge = codeChallenge;
    this.resources = resources;
  }

  /**
   * A request with nothing else said.
   *
   * @param app who asks: the query's client id
   * @param redirectUrl where the answer goes: the query's redirect URI, which must be one of the
   *     app's
   * @param scopes what for: the query's text, taken apart at its blanks; their order is kept
   */
  public static AuthorizationRequest of(ConnectedAppId app, URI redirectUrl, Set<String> scopes) {
    return new AuthorizationRequest(
        notNull(app, "app"),
        notNull(redirectUrl, "redirectUrl"),
        new LinkedHashSet<>(notNull(scopes, "scopes")),
        false,
        null,
        null,
        null,
        List.of());
  }

  /** Who asks: {@code client_id}. */
  public ConnectedAppId app() {
    return app;
  }

  /** Where the answer goes: {@code redirect_uri}. */
  public URI redirectUrl() {
    return redirectUrl;
  }

  /** What for. */
  public Set<String> scopes() {
    return new LinkedHashSet<>(scopes);
  }

  /** Whether the app wants the user to be asked anew: {@code prompt=consent}. Default: no. */
  public boolean consentPrompted() {
    return consentPrompted;
  }

  /** What the app gets back as it is: {@code state}. Default: nothing. */
  public Optional<String> state() {
    return Optional.ofNullable(state);
  }

  /** What the app's ID token says back: {@code nonce}. Default: nothing. */
  public Optional<String> nonce() {
    return Optional.ofNullable(nonce);
  }

  /**
   * The S256 challenge of PKCE: {@code code_challenge}. Public apps must have one. Default: none.
   */
  public Optional<String> codeChallenge() {
    return Optional.ofNullable(codeChallenge);
  }

  /** What the app's token shall be for (RFC 8707): {@code resource}. Default: nothing special. */
  public List<URI> resources() {
    return resources;
  }

  /** The same with {@link #consentPrompted()}. */
  public AuthorizationRequest consentPrompted(boolean consentPrompted) {
    return new AuthorizationRequest(
        app, redirectUrl, scopes, consentPrompted, state, nonce, codeChallenge, resources);
  }

  /** The same with {@link #state()}. */
  public AuthorizationRequest state(String state) {
    return new AuthorizationRequest(
        app,
        redirectUrl,
        scopes,
        consentPrompted,
        notNull(state, "state"),
        nonce,
        codeChallenge,
        resources);
  }

  /** The same with {@link #nonce()}. */
  public AuthorizationRequest nonce(String nonce) {
    return new AuthorizationRequest(
        app,
        redirectUrl,
        scopes,
        consentPrompted,
        state,
        notNull(nonce, "nonce"),
        codeChallenge,
        resources);
  }

  /** The same with {@link #codeChallenge()}. */
  public AuthorizationRequest codeChallenge(String codeChallenge) {
    return new AuthorizationRequest(
        app,
        redirectUrl,
        scopes,
        consentPrompted,
        state,
        nonce,
        notNull(codeChallenge, "codeChallenge"),
        resources);
  }

  /** The same with {@link #resources()}. */
  public AuthorizationRequest resources(List<URI> resources) {
    return new AuthorizationRequest(
        app,
        redirectUrl,
        scopes,
        consentPrompted,
        state,
        nonce,
        codeChallenge,
        List.copyOf(notNull(resources, "resources")));
  }

  /** The app and the scopes only. */
  @Override
  public String toString() {
    return "AuthorizationRequest[" + app.value() + " for " + scopes + "]";
  }
}
