package dev.keyway.providers.stytch.consumer;

import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;

/**
 * Roles: what the users of sessions may do.
 *
 * @see StytchConsumer#rbac()
 * @see <a href="https://stytch.com/docs/api/rbac-policy">Stytch: RBAC policy</a>
 */
public interface Rbac {

  /**
   * The project's policy; an empty one where it has none. It changes seldom: keep it for minutes.
   *
   * @param options the timeout
   */
  RbacPolicy policy(CallOptions options);

  /**
   * Asks the provider whether the user of a session may do something now.
   *
   * <p>Fails with {@link ErrorCode#SESSION_NOT_FOUND}. That the user may not is an answer and no
   * failure.
   *
   * @param session the renewal token
   * @param resource the resource's id
   * @param action what shall be done with it
   * @param options the timeout
   */
  RbacVerdict check(RenewalToken session, String resource, String action, CallOptions options);
}
