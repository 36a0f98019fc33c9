package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.http.Answer;
import jakarta.inject.Inject;

/** {@code /users}. */
final class UserRoutes implements StackRoutes {
  @Inject
  UserRoutes() {}

  @Override
  public void addTo(StackRouteTable routes) {
    routes.get("/users/me", "stackauth.user.get-me").query(Schema.object()).answers(this::readMe);
  }

  private Answer readMe(StackCall call) {
    return StackAnswers.ok(UserView.of(call.project(), call.me(), call.accessType()));
  }
}
