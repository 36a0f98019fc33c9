package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.http.Answer;
import jakarta.inject.Inject;

/** {@code /projects} and the greeting at the root. */
final class ProjectRoutes implements StackRoutes {
  @Inject
  ProjectRoutes() {}

  @Override
  public void addTo(StackRouteTable routes) {
    routes.get("/", "stackauth.probe").open().query(Schema.object()).answers(this::greet);
    routes
        .get("/projects/current", "stackauth.project.get-current")
        .query(Schema.object())
        // The client's view, whoever asks.
        .answers(call -> StackAnswers.ok(ProjectView.client(call.project())));
  }

  private Answer greet(StackCall call) {
    boolean nobody = call.namedProject().isEmpty() || !call.headers().has("access-type");
    String type = nobody ? "None" : capitalized(call.accessType().wireName());
    return Answer.text(
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
                call.user().map(StackUser::id).orElse("None")));
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
