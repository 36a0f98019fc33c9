package dev.keyway;

import java.util.List;
import java.util.Map;

/**
 * Reading what a provider posts to the application when something happens to its users.
 *
 * <p>The endpoint hands over what it got, answers 2xx for what it has handled, and a 4xx for {@link
 * ErrorCode#WEBHOOK_REFUSED}. Handle an event once: {@link AuthEvent#id()} is the same in every
 * attempt to deliver it.
 *
 * @see AuthClient#webhooks()
 * @see <a href="https://docs.svix.com/receiving/verifying-payloads/how-manual">Svix's signature
 *     scheme</a>, which both vendors use
 */
public interface Webhooks {

  /**
   * Checks that the provider sent this to this project, a short while ago, and reads it. Nothing is
   * sent.
   *
   * <p>Fails with {@link ErrorCode#WEBHOOK_REFUSED} when a header is missing, malformed or there
   * twice, no signature fits body and headers under any of the configured secrets, or the time
   * signed is more than 5 minutes from now, either way; with {@link ErrorCode#INVALID_RESPONSE}
   * when the provider signed what is no event; with {@link ErrorCode#CONFIGURATION_INVALID} when no
   * secret is configured.
   *
   * <p>A delivery that is repeated within those 5 minutes passes again, by design: the provider
   * itself repeats what was not answered in time.
   *
   * <p>Providers: compare in constant time, over the bytes as they came; take every configured
   * secret, so that it can be changed without a loss; let types that are not known pass as {@link
   * AuthEventType#OTHER}.
   *
   * <p>Needs {@link Capability#WEBHOOK}.
   *
   * @param headers the request's headers; upper and lower case in names make no difference
   * @param body the request's body, byte for byte as it came
   * @param options what else
   * @return what happened
   */
  default AuthEvent receive(Map<String, List<String>> headers, byte[] body, CallOptions options) {
    throw AuthException.unsupported("webhooks.receive");
  }

  /** {@link #receive(Map, byte[], CallOptions)} with nothing set. */
  default AuthEvent receive(Map<String, List<String>> headers, byte[] body) {
    return receive(headers, body, CallOptions.defaults());
  }
}
