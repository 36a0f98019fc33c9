package dev.keyway.emulator.internal.stytch.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.stytch.Role;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** {@code /v1/debug}, {@code /v1/projects} and {@code /v1/rbac}: what a project tells of itself. */
public final class ProjectRoutes implements RouteArea<StytchRouteBook> {
  @Inject
  ProjectRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.debug.whoami").answers(this::whoami);
    book.on("stytch.project.metrics").answers(this::metrics);
    book.on("stytch.rbac.policy").answers(this::policy);
  }

  private Response whoami(StytchCall call) {
    return call.ok(
        Json.object()
            .put("project_id", call.project().id())
            .put("name", call.project().settings().displayName()));
  }

  private Response metrics(StytchCall call) {
    ObjectNode json = Json.object().put("project_id", call.project().id());
    ArrayNode metrics = json.putArray("metrics");
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("USER_COUNT", call.project().users().size());
    counts.put("ORGANIZATION_COUNT", 0);
    counts.put("MEMBER_COUNT", 0);
    counts.put("M2M_CLIENT_COUNT", 0);
    counts.forEach(
        (type, count) -> metrics.addObject().put("metric_type", type).put("count", count));
    return call.ok(json);
  }

  private Response policy(StytchCall call) {
    ObjectNode json = Json.object();
    ObjectNode policy = json.putObject("policy");
    ArrayNode roles = policy.putArray("roles");
    Map<String, TreeSet<String>> resources = new LinkedHashMap<>();
    for (Role role : call.project().settings().roles()) {
      ObjectNode one =
          roles.addObject().put("role_id", role.id()).put("description", role.description());
      ArrayNode permissions = one.putArray("permissions");
      role.permissions()
          .forEach(
              (resource, actions) -> {
                ArrayNode allowed =
                    permissions.addObject().put("resource_id", resource).putArray("actions");
                actions.forEach(allowed::add);
                TreeSet<String> named = resources.computeIfAbsent(resource, r -> new TreeSet<>());
                actions.stream().filter(action -> !action.equals("*")).forEach(named::add);
              });
    }
    ArrayNode known = policy.putArray("resources");
    resources.forEach(
        (resource, actions) -> {
          ArrayNode all =
              known
                  .addObject()
                  .put("resource_id", resource)
                  .put("description", "")
                  .putArray("actions");
          actions.forEach(all::add);
        });
    policy.putArray("scopes");
    return call.ok(json);
  }
}
