package dev.keyway.providers.stytch.consumer;

import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;
import java.net.URI;

/**
 * The page on which users let connected apps in: the project's authorization URL, to which an app
 * sends the browser. The page asks its signed-in user what {@link #start} says, and sends the
 * browser on to where {@link #allow} or {@link #deny} says.
 *
 * <p>Each call fails with {@link ErrorCode#RESOURCE_NOT_FOUND} for an app that is not there, {@link
 * ErrorCode#REDIRECT_NOT_ALLOWED} for a URL that is not the app's, {@link
 * ErrorCode#SESSION_NOT_FOUND}, and {@link ErrorCode#METHOD_DISABLED} where the project has no
 * authorization URL. Show these to the user and redirect nowhere: the request may be anybody's.
 *
 * @see StytchConsumer#consents()
 * @see <a href="https://stytch.com/docs/guides/connected-apps/getting-started/overview">Stytch:
 *     connected apps</a>
 */
public interface Consents {

  /**
   * What to ask the user.
   *
   * @param request what came in the page's query
   * @param session the user's renewal token
   * @param options the timeout
   */
  ConsentQuestion start(AuthorizationRequest request, RenewalToken session, CallOptions options);

  /**
   * The user allows it, or need not be asked. Scopes that the user cannot grant are left out; with
   * none left, the app is told {@code invalid_scope}. Fails with {@link ErrorCode#INVALID_ARGUMENT}
   * where a public app sent no {@link AuthorizationRequest#codeChallenge()}.
   *
   * @param request the same as at the start
   * @param session the user's renewal token
   * @param options the timeout
   * @return where to send the browser, with the app's code in it: not for logs
   */
  URI allow(AuthorizationRequest request, RenewalToken session, CallOptions options);

  /**
   * The user refuses: the app is told {@code access_denied}.
   *
   * @param request the same as at the start
   * @param session the user's renewal token
   * @param options the timeout
   * @return where to send the browser
   */
  URI deny(AuthorizationRequest request, RenewalToken session, CallOptions options);
}
