package dev.keyway.emulator.stackauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.http.Answer;
import jakarta.inject.Inject;
import java.util.List;

/**
 * {@code /internal/projects}: making projects as a user of the project {@code internal}, and
 * looking after the current one as its administrator.
 */
final class ProjectAdminRoutes implements StackRoutes {
  private final ProjectHost host;

  @Inject
  ProjectAdminRoutes(ProjectHost host) {
    this.host = host;
  }

  @Override
  public void addTo(StackRouteTable routes) {
    Schema none = Schema.object();
    routes.get("/internal/projects", "stackauth.project.list").query(none).answers(this::list);
    routes
        .post("/internal/projects", "stackauth.project.create")
        .query(none)
        .body(ProjectFields.ofCreation())
        .answers(this::create);
    routes
        .get("/internal/projects/current", "stackauth.project.get-current-admin")
        .adminOnly()
        .query(none)
        .answers(call -> StackAnswers.ok(ProjectView.admin(call.project())));
    routes
        .patch("/internal/projects/current", "stackauth.project.update-current")
        .adminOnly()
        .query(none)
        .body(ProjectFields.ofChange())
        .answers(this::change);
    routes
        .delete("/internal/projects/current", "stackauth.project.delete-current")
        .adminOnly()
        .query(none)
        .answers(this::delete);
  }

  private Answer list(StackCall call) {
    String owner = creator(call).id();
    List<ObjectNode> own =
        host.projects().stream()
            .filter(project -> owner.equals(project.facts().owner()))
            .map(ProjectView::admin)
            .toList();
    return StackAnswers.list(own);
  }

  private Answer create(StackCall call) {
    StackUser owner = creator(call);
    ProjectChange change = new ProjectChange(call.body());
    StackAuthProject project = host.open(call.text("display_name"), change::applyTo);
    project.facts(change.applyTo(project.facts()).ownedBy(owner.id()));
    return StackAnswers.created(ProjectView.admin(project));
  }

  private Answer change(StackCall call) {
    StackAuthProject project = call.project();
    ProjectChange change = new ProjectChange(call.body());
    project.configure(change::applyTo);
    project.facts(change.applyTo(project.facts()));
    return StackAnswers.ok(ProjectView.admin(project));
  }

  private Answer delete(StackCall call) {
    host.close(call.project());
    return StackAnswers.success();
  }

  private static StackUser creator(StackCall call) {
    if (!call.project().id().equals(StackAuthKeys.INTERNAL.projectId())) {
      throw KnownError.EXPECTED_INTERNAL_PROJECT.failure();
    }
    return call.user().orElseThrow(KnownError.USER_AUTHENTICATION_REQUIRED::failure);
  }
}
