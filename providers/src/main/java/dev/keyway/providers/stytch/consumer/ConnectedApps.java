package dev.keyway.providers.stytch.consumer;

import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.Page;
import dev.keyway.PageCursor;
import dev.keyway.Secret;
import dev.keyway.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Applications that sign their users in through this project, and what users allowed them. Calls
 * about one app fail with {@link ErrorCode#RESOURCE_NOT_FOUND} where there is none.
 *
 * @see StytchConsumer#connectedApps()
 * @see <a href="https://stytch.com/docs/api/connected-apps">Stytch: connected apps</a>
 */
public interface ConnectedApps {

  /**
   * Makes an app.
   *
   * <p>Fails with {@link ErrorCode#INVALID_ARGUMENT} for fields that the type may not have.
   *
   * @param type whose it is, for good
   * @param fields what else
   * @param options the timeout
   * @return the app and its secret, told this once
   */
  ConnectedAppCredential create(
      ConnectedAppType type, ConnectedAppFields fields, CallOptions options);

  /** The app, if there is one. */
  Optional<ConnectedApp> find(ConnectedAppId app, CallOptions options);

  /**
   * The first page of all apps.
   *
   * @param limit at most so many on a page: 1 to 1000
   * @param options the timeout
   */
  Page<ConnectedApp> list(int limit, CallOptions options);

  /**
   * A later page.
   *
   * @param limit as for the first page
   * @param from what the page before said comes next
   * @param options the timeout
   */
  Page<ConnectedApp> listFrom(int limit, PageCursor from, CallOptions options);

  /**
   * Changes an app; what is not said stays.
   *
   * @return the app as it is now
   */
  ConnectedApp update(ConnectedAppId app, ConnectedAppFields fields, CallOptions options);

  /** Deletes an app, for good. */
  void delete(ConnectedAppId app, CallOptions options);

  /**
   * Makes a second secret, which is good beside the first one until the rotation is finished or
   * cancelled.
   *
   * <p>Fails with {@link ErrorCode#MACHINE_ROTATION_REFUSED} for a public app, and while a rotation
   * is under way.
   *
   * @return the second secret, told this once
   */
  Secret startRotation(ConnectedAppId app, CallOptions options);

  /**
   * Takes the first secret away. Fails with {@link ErrorCode#MACHINE_ROTATION_REFUSED} where no
   * rotation is under way.
   */
  ConnectedApp finishRotation(ConnectedAppId app, CallOptions options);

  /**
   * Takes the second secret away. Fails with {@link ErrorCode#MACHINE_ROTATION_REFUSED} where no
   * rotation is under way.
   */
  ConnectedApp cancelRotation(ConnectedAppId app, CallOptions options);

  /** What a user allowed which apps. Fails with {@link ErrorCode#USER_NOT_FOUND}. */
  List<ConnectedAppGrant> grants(UserId user, CallOptions options);

  /**
   * Takes back what a user allowed an app, with all its tokens. Fails with {@link
   * ErrorCode#USER_NOT_FOUND}; with {@link ErrorCode#RESOURCE_NOT_FOUND} where there is nothing to
   * take back.
   */
  void revokeGrant(UserId user, ConnectedAppId app, CallOptions options);
}
