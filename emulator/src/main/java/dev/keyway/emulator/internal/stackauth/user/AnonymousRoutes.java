package dev.keyway.emulator.internal.stackauth.user;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.SignIns;
import dev.keyway.emulator.internal.stackauth.rules.SignUps;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import jakarta.inject.Inject;
import java.util.List;

/** {@code /auth/anonymous}. */
public final class AnonymousRoutes implements RouteArea<StackAuthRouteBook> {
  private final SignIns signIns;

  @Inject
  AnonymousRoutes(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.anonymous.sign-up").answers(this::signUp);
  }

  /** No setting forbids it, not even a project that takes no new accounts. */
  private Response signUp(StackAuthCall call) {
    StackAuthProject project = call.project();
    StackAuthUser user = new StackAuthUser(project.context().random().uuid(), project.now());
    user.anonymous = true;
    project.users().add(user, List.of());
    SignUps.begin(project, user);
    return StackAuthResponses.ok(signIns.complete(project, user));
  }
}
