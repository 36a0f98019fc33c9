package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import java.time.Duration;
import java.util.Optional;

/**
 * What an application asked for, kept while the browser is at the social provider. The browser
 * brings it back by the inner state, which is not the application's own: the value of the code that
 * these are the facts of.
 *
 * @param provider the social provider
 * @param redirectUri where the application wants the browser back
 * @param errorRedirect where it wants errors if the former is not trusted: deprecated
 * @param outerState the application's own state
 * @param scope what it asked of the service
 * @param responseType what it wants back, {@code code} alone being possible
 * @param challenge what the code at the end is bound to
 * @param afterCallback where the application goes when it is done
 * @param links whether the account is to be added to a user who is signed in
 * @param userId who is signed in, where that matters
 * @param cookieBound whether only the browser that began it may go on
 * @param outsideVerifier what proves to an outside provider who asks; none at the emulator's own
 */
public record OAuthFlow(
    String provider,
    String redirectUri,
    Optional<String> errorRedirect,
    String outerState,
    String scope,
    String responseType,
    CodeChallenge challenge,
    Optional<String> afterCallback,
    boolean links,
    Optional<String> userId,
    boolean cookieBound,
    Optional<String> outsideVerifier) {
  private static final CodeKind<OAuthFlow> KIND = new CodeKind<>("OAUTH_FLOW");
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int STATE_BYTES = 32;

  /**
   * A challenge as it was sent (RFC 7636).
   *
   * @param value the challenge itself
   * @param method how it is made of the verifier
   */
  public record CodeChallenge(String value, String method) {}

  /** Keeps a flow that begins. */
  public static OneTimeCode<OAuthFlow> begin(StackAuthProject project, OAuthFlow flow) {
    // The project stands in the state, because the callback's address names none.
    String state = project.id() + "." + project.context().random().base64Url(STATE_BYTES);
    return project.codes().issue(KIND, state, LIFE, flow);
  }

  /** The flow that an inner state belongs to, expired ones included. */
  public static Optional<OneTimeCode<OAuthFlow>> find(StackAuthProject project, String innerState) {
    return project.codes().find(KIND, innerState);
  }

  /** The project that a state belongs to, whatever the rest of it is worth. */
  public static String projectIdOfState(String innerState) {
    return innerState.split("\\.", 2)[0];
  }

  /** The cookie that shows that a browser began the flow. */
  public static String cookie(String state) {
    return "stack-oauth-inner-" + state;
  }

  public static long cookieSeconds() {
    return LIFE.toSeconds();
  }
}
