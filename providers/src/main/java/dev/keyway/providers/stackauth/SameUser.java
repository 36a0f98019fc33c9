package dev.keyway.providers.stackauth;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Session;
import dev.keyway.providers.handle.OpenedHandle;

/** A flow that a signed-in user began is for that user to finish. */
final class SameUser {

  private SameUser() {}

  static void require(Session session, OpenedHandle flow) {
    if (!session.userId().value().equals(flow.get("user"))) {
      throw AuthException.of(
          ErrorCode.CHALLENGE_INVALID, "The handle belongs to a flow of another user");
    }
  }
}
