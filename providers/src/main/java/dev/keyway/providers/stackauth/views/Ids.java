package dev.keyway.providers.stackauth.views;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.UserId;
import dev.keyway.providers.stackauth.rules.Uuids;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What becomes part of a path or leads somewhere, checked. */
final class Ids {

  private Ids() {}

  /** The id as part of a path. */
  static String user(UserId user) {
    if (!Uuids.isUuid(user.value())) {
      throw AuthException.of(ErrorCode.USER_NOT_FOUND, "No user of stack-auth has such an id");
    }
    return user.value();
  }

  /** Where a link may lead. */
  static URI callback(@Nullable URI callback) {
    if (callback == null || !callback.isAbsolute()) {
      throw AuthException.of(ErrorCode.INVALID_ARGUMENT, "callback must be an absolute URI");
    }
    return callback;
  }
}
