package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.http.Answer;
import jakarta.inject.Inject;
import java.util.List;

/** {@code /auth/anonymous}. */
final class AnonymousRoutes implements StackRoutes {
  private final SignIns signIns;

  @Inject
  AnonymousRoutes(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public void addTo(StackRouteTable routes) {
    routes.post("/auth/anonymous/sign-up", "stackauth.anonymous.sign-up").answers(this::signUp);
  }

  /** No setting forbids it, not even a project that takes no new accounts. */
  private Answer signUp(StackCall call) {
    StackAuthProject project = call.project();
    StackUser user = new StackUser(project.environment().random().uuid(), project.now());
    user.anonymous = true;
    project.people().add(user, List.of());
    return StackAnswers.ok(signIns.complete(project, user));
  }
}
