package dev.keyway.emulator.internal.stytch.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.stytch.PolicyResource;
import dev.keyway.emulator.stytch.PolicyScope;
import dev.keyway.emulator.stytch.Role;
import dev.keyway.emulator.stytch.StytchSettings;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    counts.put("M2M_CLIENT_COUNT", call.project().m2mClients().size());
    counts.forEach(
        (type, count) -> metrics.addObject().put("metric_type", type).put("count", count));
    return call.ok(json);
  }

  private Response policy(StytchCall call) {
    StytchSettings settings = call.project().settings();
    ObjectNode policy = Json.object();
    ArrayNode roles = policy.putArray("roles");
    Map<String, Set<String>> named = new LinkedHashMap<>();
    for (Role role : settings.roles()) {
      ObjectNode one =
          roles.addObject().put("role_id", role.id()).put("description", role.description());
      one.set("permissions", permissions(role.permissions(), named));
    }
    ArrayNode scopes = Json.array();
    for (PolicyScope scope : settings.scopes()) {
      ObjectNode one =
          scopes.addObject().put("scope", scope.scope()).put("description", scope.description());
      one.set("permissions", permissions(scope.permissions(), named));
    }
    policy.set("resources", resources(settings.resources(), named));
    policy.set("scopes", scopes);
    ObjectNode json = Json.object();
    json.set("policy", policy);
    return call.ok(json);
  }

  /** The permissions; adds the actions that they name to {@code named}. */
  private static ArrayNode permissions(
      Map<String, List<String>> granted, Map<String, Set<String>> named) {
    ArrayNode permissions = Json.array();
    new TreeMap<>(granted)
        .forEach(
            (resource, actions) -> {
              ArrayNode allowed =
                  permissions.addObject().put("resource_id", resource).putArray("actions");
              actions.forEach(allowed::add);
              Set<String> known = named.computeIfAbsent(resource, r -> new TreeSet<>());
              actions.stream().filter(action -> !action.equals("*")).forEach(known::add);
            });
    return permissions;
  }

  /** The resources that are described, and then those that are only named. */
  private static ArrayNode resources(
      List<PolicyResource> described, Map<String, Set<String>> named) {
    ArrayNode all = Json.array();
    for (PolicyResource resource : described) {
      all.add(resource(resource.id(), resource.description(), resource.actions()));
      named.remove(resource.id());
    }
    named.forEach((id, actions) -> all.add(resource(id, "", actions)));
    return all;
  }

  private static ObjectNode resource(String id, String description, Collection<String> actions) {
    ObjectNode json = Json.object().put("resource_id", id).put("description", description);
    actions.forEach(json.putArray("actions")::add);
    return json;
  }
}
