package dev.keyway.emulator.internal.stackauth.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.Rules;
import dev.keyway.emulator.internal.stackauth.protocol.Schema;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.state.ProjectKeys;
import dev.keyway.emulator.internal.stackauth.state.ProjectKeys.KeySet;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /internal/api-keys}: the keys of the current project. Whole keys are shown once. */
public final class ProjectKeyRoutes implements RouteArea<StackAuthRouteBook> {
  /** The largest time that JavaScript's dates hold, in milliseconds. */
  private static final long LAST_MILLI = 8_640_000_000_000_000L;

  private static final int LAST = 4;

  @Inject
  ProjectKeyRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    Schema none = Schema.object();
    book.on("stackauth.project-key.list")
        .adminOnly()
        .query(none)
        .answers(
            call ->
                StackAuthResponses.list(
                    call.project().keySets().newestFirst().stream()
                        .map(ProjectKeyRoutes::masked)
                        .toList()));
    book.on("stackauth.project-key.create")
        .adminOnly()
        .query(none)
        .body(
            Schema.object()
                .required("description", Rules.string())
                .required("expires_at_millis", Rules.integer(-LAST_MILLI, LAST_MILLI))
                .required("has_publishable_client_key", Rules.bool())
                .required("has_secret_server_key", Rules.bool())
                .required("has_super_secret_admin_key", Rules.bool()))
        .answers(this::create);
    book.on("stackauth.project-key.get")
        .adminOnly()
        .query(none)
        .fails(KnownError.API_KEY_NOT_FOUND)
        .answers(call -> StackAuthResponses.ok(masked(named(call))));
    book.on("stackauth.project-key.update")
        .adminOnly()
        .query(none)
        .body(
            Schema.object()
                .optional("description", Rules.string())
                .optional("revoked", ProjectKeyRoutes::onlyTrue))
        .fails(KnownError.API_KEY_NOT_FOUND)
        .answers(this::change);
  }

  private Response create(StackAuthCall call) {
    StackAuthProject project = call.project();
    Randomness random = project.context().random();
    KeySet set =
        new KeySet(
            random.uuid(),
            call.text("description"),
            project.now(),
            Instant.ofEpochMilli(call.body().get("expires_at_millis").longValue()),
            null,
            wants(call, "has_publishable_client_key") ? ProjectKeys.publishable(random) : null,
            wants(call, "has_secret_server_key") ? ProjectKeys.secret(random) : null,
            wants(call, "has_super_secret_admin_key") ? ProjectKeys.admin(random) : null);
    project.keySets().add(set);
    ObjectNode json = common(set);
    putUnlessNull(json, "publishable_client_key", set.publishable());
    putUnlessNull(json, "secret_server_key", set.secret());
    putUnlessNull(json, "super_secret_admin_key", set.admin());
    return StackAuthResponses.ok(json);
  }

  private Response change(StackAuthCall call) {
    KeySet set = named(call);
    set = call.optionalText("description").map(set::described).orElse(set);
    if (call.body().path("revoked").booleanValue()) {
      set = set.revoked(call.project().now());
    }
    call.project().keySets().replace(set);
    return StackAuthResponses.ok(masked(set));
  }

  private static KeySet named(StackAuthCall call) {
    return call.project()
        .keySets()
        .byId(call.path("id"))
        .orElseThrow(KnownError.API_KEY_NOT_FOUND::failure);
  }

  private static boolean wants(StackAuthCall call, String field) {
    return call.body().get(field).booleanValue();
  }

  private static ObjectNode masked(KeySet set) {
    ObjectNode json = common(set);
    putLastFour(json, "publishable_client_key", set.publishable());
    putLastFour(json, "secret_server_key", set.secret());
    putLastFour(json, "super_secret_admin_key", set.admin());
    return json;
  }

  private static ObjectNode common(KeySet set) {
    ObjectNode json =
        Json.object()
            .put("id", set.id())
            .put("description", set.description())
            .put("created_at_millis", set.createdAt().toEpochMilli())
            .put("expires_at_millis", set.expiresAt().toEpochMilli());
    if (set.revokedAt() != null) {
      json.put("manually_revoked_at_millis", set.revokedAt().toEpochMilli());
    }
    return json;
  }

  private static void putUnlessNull(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static void putLastFour(ObjectNode json, String name, @Nullable String key) {
    if (key != null) {
      json.putObject(name).put("last_four", key.substring(key.length() - LAST));
    }
  }

  /** What is revoked stays so. */
  private static JsonNode onlyTrue(String path, JsonNode value, List<String> problems) {
    var checked = Rules.bool().check(path, value, problems);
    if (checked.isBoolean() && !checked.booleanValue()) {
      problems.add(path + " must be one of the following values: true");
    }
    return checked;
  }
}
