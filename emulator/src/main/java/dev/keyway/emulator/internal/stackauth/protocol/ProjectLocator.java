package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.RouteTable;
import dev.keyway.emulator.internal.stackauth.state.OAuthFlow;
import dev.keyway.emulator.internal.stackauth.state.ProjectHost;
import dev.keyway.emulator.internal.stackauth.state.StackAuthKeys;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.Directory;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the project that a request names, whatever its credentials are worth. */
final class ProjectLocator {
  private final Directory<StackAuthProject> projects;
  private final ProjectHost host;

  @Inject
  ProjectLocator(Directory<StackAuthProject> projects, ProjectHost host) {
    this.projects = projects;
    this.host = host;
  }

  @Nullable StackAuthProject locate(
      Request request, StackAuthHeaders headers, RouteTable.Match<StackAuthEndpoint> match) {
    return headers
        .get("project-id")
        .flatMap(this::find)
        .or(() -> pathParameter(match).flatMap(this::find))
        .or(() -> clientId(request).flatMap(this::find))
        .or(() -> innerState(request).flatMap(this::find))
        .orElse(null);
  }

  /** The internal project is there for whoever names it, and costs nothing until then. */
  private Optional<StackAuthProject> find(String id) {
    return id.equals(StackAuthKeys.INTERNAL.projectId())
        ? Optional.of(host.internal())
        : projects.find(id);
  }

  private static Optional<String> pathParameter(RouteTable.Match<StackAuthEndpoint> match) {
    return match instanceof RouteTable.Found<StackAuthEndpoint> found
        ? Optional.ofNullable(found.parameters().get("project_id"))
        : Optional.empty();
  }

  /**
   * OAuth names the project as its client: {@code {project id}} or {@code {project id}#{branch}}.
   */
  private static Optional<String> clientId(Request request) {
    if (!request.path().contains("/auth/oauth/")) {
      return Optional.empty();
    }
    return request
        .query("client_id")
        .or(() -> inBody(request, "client_id"))
        .map(id -> id.split("#", 2)[0]);
  }

  /** A browser that comes back from a social provider brings nothing but the state. */
  private static Optional<String> innerState(Request request) {
    if (!request.path().contains("/auth/oauth/callback/")) {
      return Optional.empty();
    }
    return request
        .query("state")
        .or(() -> inBody(request, "state"))
        .map(OAuthFlow::projectIdOfState);
  }

  private static Optional<String> inBody(Request request, String field) {
    try {
      return RequestBody.parse(request).map(body -> body.path(field)).map(JsonNode::textValue);
    } catch (StackAuthFailure unreadable) {
      // Told to the caller when the request is processed; here it only names no project.
      return Optional.empty();
    }
  }
}
