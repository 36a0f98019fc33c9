package dev.keyway.emulator.internal.stackauth.project;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import jakarta.inject.Inject;

/** {@code /projects}, {@code /health} and the greeting at the root. */
public final class ProjectRoutes implements RouteArea<StackAuthRouteBook> {
  @Inject
  ProjectRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.health")
        .open()
        .answers(call -> StackAuthResponses.ok(Json.object().put("status", "ok")));
    book.on("stackauth.probe").open().asks().answers(this::greet);
    book.on("stackauth.project.get-current")
        .asks()
        // The client's view, whoever asks.
        .answers(call -> StackAuthResponses.ok(ProjectView.client(call.project())));
  }

  private Response greet(StackAuthCall call) {
    boolean nobody = call.namedProject().isEmpty() || !call.headers().has("access-type");
    String type = nobody ? "None" : capitalized(call.accessType().wireName());
    return Response.text(
        200,
        """
        Welcome to this emulator of the Stack Auth API.

        Authentication: %s
        Project: %s
        User: %s
        """
            .formatted(
                type,
                nobody ? "None" : call.project().id(),
                call.user().map(StackAuthUser::id).orElse("None")));
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
