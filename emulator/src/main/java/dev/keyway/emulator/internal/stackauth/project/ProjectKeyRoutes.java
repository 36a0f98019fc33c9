package dev.keyway.emulator.internal.stackauth.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.OneOf;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
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

  private static final Field<String> DESCRIPTION = Field.text("description");
  private static final Field<Long> EXPIRES_AT =
      Field.of("expires_at_millis", Type.integer(-LAST_MILLI, LAST_MILLI));
  private static final Field<Boolean> PUBLISHABLE = Field.flag("has_publishable_client_key");
  private static final Field<Boolean> SECRET = Field.flag("has_secret_server_key");
  private static final Field<Boolean> ADMIN = Field.flag("has_super_secret_admin_key");

  /** What is revoked stays so. */
  private static final Field<Boolean> REVOKED =
      Field.flag("revoked").that(new OneOf<>(List.of(true)));

  @Inject
  ProjectKeyRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.project-key.list")
        .adminOnly()
        .asks()
        .answers(
            call ->
                StackAuthResponses.list(
                    call.project().keySets().newestFirst().stream()
                        .map(ProjectKeyRoutes::masked)
                        .toList()));
    book.on("stackauth.project-key.create")
        .adminOnly()
        .asks()
        .takes(
            DESCRIPTION.required(),
            EXPIRES_AT.required(),
            PUBLISHABLE.required(),
            SECRET.required(),
            ADMIN.required())
        .answers(this::create);
    book.on("stackauth.project-key.get")
        .adminOnly()
        .asks()
        .fails(KnownError.API_KEY_NOT_FOUND)
        .answers(call -> StackAuthResponses.ok(masked(named(call))));
    book.on("stackauth.project-key.update")
        .adminOnly()
        .asks()
        .takes(DESCRIPTION, REVOKED)
        .fails(KnownError.API_KEY_NOT_FOUND)
        .answers(this::change);
  }

  private Response create(StackAuthCall call) {
    StackAuthProject project = call.project();
    Randomness random = project.context().random();
    KeySet set =
        new KeySet(
            random.uuid(),
            call.get(DESCRIPTION),
            project.now(),
            Instant.ofEpochMilli(call.get(EXPIRES_AT)),
            null,
            call.get(PUBLISHABLE) ? ProjectKeys.publishable(random) : null,
            call.get(SECRET) ? ProjectKeys.secret(random) : null,
            call.get(ADMIN) ? ProjectKeys.admin(random) : null);
    project.keySets().add(set);
    ObjectNode json = common(set);
    putUnlessNull(json, "publishable_client_key", set.publishable());
    putUnlessNull(json, "secret_server_key", set.secret());
    putUnlessNull(json, "super_secret_admin_key", set.admin());
    return StackAuthResponses.ok(json);
  }

  private Response change(StackAuthCall call) {
    KeySet set = named(call);
    set = call.find(DESCRIPTION).map(set::described).orElse(set);
    if (call.isSet(REVOKED)) {
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
}
