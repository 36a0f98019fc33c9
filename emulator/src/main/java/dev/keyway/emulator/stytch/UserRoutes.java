package dev.keyway.emulator.stytch;

import dev.keyway.emulator.http.Answer;
import jakarta.inject.Inject;

/** {@code /v1/users}. */
final class UserRoutes implements StytchRoutes {
  @Inject
  UserRoutes() {}

  @Override
  public void addTo(StytchRouteTable routes) {
    routes.get("/v1/users/{user_id}", "stytch.user.get").answers(this::read);
  }

  /** The user's fields stand in the body itself, beside the envelope's. */
  private Answer read(StytchCall call) {
    StytchUser user = UserLookup.require(call.project(), call.path("user_id"));
    return call.ok(UserView.of(user, call.project().now()));
  }
}
