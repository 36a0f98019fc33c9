package dev.keyway.emulator.internal.stackauth.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.state.OneTimeCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an application asked for, kept while the browser is at the social provider. The browser
 * brings it back by the inner state, which is not the application's own.
 */
public record OAuthFlow(OneTimeCode kept) {
  private static final String KIND = "OAUTH_FLOW";
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int STATE_BYTES = 32;
  private static final String COOKIE_BOUND = "cookie_bound";
  private static final String USER = "user_id";

  /** The parameters that matter later. */
  private static final List<String> KEPT =
      List.of(
          "state",
          "scope",
          "type",
          "code_challenge",
          "code_challenge_method",
          "after_callback_redirect_url",
          "error_redirect_uri",
          "error_redirect_url");

  /** Keeps what a query asks for. */
  public static OAuthFlow begin(
      StackAuthProject project,
      String provider,
      ObjectNode query,
      Optional<String> userId,
      boolean cookieBound) {
    Map<String, String> facts = new HashMap<>();
    KEPT.forEach(name -> facts.put(name, query.path(name).asText()));
    facts.put("provider", provider);
    facts.put("redirect_uri", query.path("redirect_uri").asText().split("#", 2)[0]);
    facts.put(USER, userId.orElse(""));
    facts.put(COOKIE_BOUND, Boolean.toString(cookieBound));
    // The project stands in the state, because the callback's address names none.
    String state = project.id() + "." + project.context().random().base64Url(STATE_BYTES);
    return new OAuthFlow(project.codes().issue(KIND, state, LIFE, facts));
  }

  public static Optional<OAuthFlow> find(StackAuthProject project, String innerState) {
    return project.codes().find(KIND, innerState).map(OAuthFlow::new);
  }

  /** The project that a state belongs to, whatever the rest of it is worth. */
  public static String projectIdOfState(String innerState) {
    return innerState.split("\\.", 2)[0];
  }

  /** What the social provider sends back. */
  public String innerState() {
    return kept.value();
  }

  public String provider() {
    return kept.fact("provider");
  }

  /** Where the application wants the browser back. */
  public String redirectUri() {
    return kept.fact("redirect_uri");
  }

  /** Where it wants errors if the former is not trusted: deprecated, under two names. */
  public Optional<String> errorRedirect() {
    return text("error_redirect_uri").or(() -> text("error_redirect_url"));
  }

  /** The application's own state. */
  public String outerState() {
    return kept.fact("state");
  }

  public String scope() {
    return kept.fact("scope");
  }

  public String challenge() {
    return kept.fact("code_challenge");
  }

  public String challengeMethod() {
    return kept.fact("code_challenge_method");
  }

  public String afterCallback() {
    return kept.fact("after_callback_redirect_url");
  }

  /** Whether the account is to be added to a user who is signed in. */
  public boolean links() {
    return kept.fact("type").equals("link");
  }

  /** Who is signed in, where that matters. */
  public Optional<String> userId() {
    return text(USER);
  }

  /** Whether only the browser that began it may go on. */
  public boolean cookieBound() {
    return Boolean.parseBoolean(kept.fact(COOKIE_BOUND));
  }

  public String cookie() {
    return "stack-oauth-inner-" + innerState();
  }

  public static long cookieSeconds() {
    return LIFE.toSeconds();
  }

  private Optional<String> text(String name) {
    return Optional.of(kept.fact(name)).filter(value -> !value.isEmpty());
  }
}
