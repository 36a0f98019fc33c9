package dev.keyway.emulator.internal.stackauth.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.state.ProjectHost;
import dev.keyway.emulator.internal.stackauth.state.StackAuthKeys;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import jakarta.inject.Inject;
import java.util.List;

/**
 * {@code /internal/projects}: making projects as a user of the project {@code internal}, and
 * looking after the current one as its administrator.
 */
public final class ProjectAdminRoutes implements RouteArea<StackAuthRouteBook> {
  private final ProjectHost host;

  @Inject
  ProjectAdminRoutes(ProjectHost host) {
    this.host = host;
  }

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.project.list")
        .asks()
        .fails(KnownError.EXPECTED_INTERNAL_PROJECT, KnownError.USER_AUTHENTICATION_REQUIRED)
        .answers(this::list);
    book.on("stackauth.project.create")
        .asks()
        .takes(ProjectFields.OF_CREATION)
        .fails(
            KnownError.EXPECTED_INTERNAL_PROJECT,
            KnownError.USER_AUTHENTICATION_REQUIRED,
            KnownError.EMULATOR_PROJECT_LIMIT_REACHED,
            KnownError.INVALID_SHARED_OAUTH_PROVIDER_ID,
            KnownError.INVALID_STANDARD_OAUTH_PROVIDER_ID)
        .answers(this::create);
    book.on("stackauth.project.get-current-admin")
        .adminOnly()
        .asks()
        .answers(call -> StackAuthResponses.ok(ProjectView.admin(call.project())));
    book.on("stackauth.project.update-current")
        .adminOnly()
        .asks()
        .takes(ProjectFields.OF_CHANGE)
        .fails(
            KnownError.INVALID_SHARED_OAUTH_PROVIDER_ID,
            KnownError.INVALID_STANDARD_OAUTH_PROVIDER_ID)
        .answers(this::change);
    book.on("stackauth.project.delete-current").adminOnly().asks().answers(this::delete);
  }

  private Response list(StackAuthCall call) {
    String owner = creator(call).id();
    List<ObjectNode> own =
        host.projects().stream()
            .filter(project -> owner.equals(project.facts().owner()))
            .map(ProjectView::admin)
            .toList();
    return StackAuthResponses.list(own);
  }

  private Response create(StackAuthCall call) {
    StackAuthUser owner = creator(call);
    ProjectChange change = new ProjectChange(call);
    StackAuthProject project =
        host.open(call.get(ProjectFields.DISPLAY_NAME), change::applyTo)
            .orElseThrow(
                () ->
                    KnownError.EMULATOR_PROJECT_LIMIT_REACHED.failure(
                        Json.object().put("limit", ProjectHost.MOST)));
    project.facts(change.applyTo(project.facts()).ownedBy(owner.id()));
    return StackAuthResponses.created(ProjectView.admin(project));
  }

  private Response change(StackAuthCall call) {
    StackAuthProject project = call.project();
    ProjectChange change = new ProjectChange(call);
    project.configure(change::applyTo);
    project.facts(change.applyTo(project.facts()));
    return StackAuthResponses.ok(ProjectView.admin(project));
  }

  private Response delete(StackAuthCall call) {
    host.close(call.project());
    return StackAuthResponses.success();
  }

  private static StackAuthUser creator(StackAuthCall call) {
    if (!call.project().id().equals(StackAuthKeys.INTERNAL.projectId())) {
      throw KnownError.EXPECTED_INTERNAL_PROJECT.failure();
    }
    return call.user().orElseThrow(KnownError.USER_AUTHENTICATION_REQUIRED::failure);
  }
}
