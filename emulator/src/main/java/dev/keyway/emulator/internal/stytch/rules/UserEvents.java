package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stytch.protocol.UserObserver;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The events that the service posts. Which routes send one is documented nowhere; what is, is that
 * users who are made, changed and deleted are told. So a user is changed (inferred) who is shown
 * otherwise after a request than before.
 */
public final class UserEvents implements UserObserver {
  private static final String DIRECT = "DIRECT";
  private static final String DASHBOARD = "DASHBOARD";

  /** The guide's form has nine digits. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Inject
  UserEvents() {}

  /** By the API. */
  @Override
  public <T> T during(StytchProject project, Supplier<T> work) {
    return during(project, DIRECT, work);
  }

  /** By whoever runs the project. The caller holds its lock. */
  public static <T> T byDashboard(StytchProject project, Supplier<T> work) {
    return during(project, DASHBOARD, work);
  }

  private static <T> T during(StytchProject project, String source, Supplier<T> work) {
    Map<String, Optional<StytchUser>> before = new LinkedHashMap<>();
    // Nobody is looked up here once more: that would be told, too.
    project.watch(
        user -> {
          if (!before.containsKey(user.id())) {
            before.put(
                user.id(), project.isMember(user) ? Optional.of(user.asOfNow()) : Optional.empty());
          }
        });
    try {
      return work.get();
    } finally {
      project.unwatch();
      before.forEach((id, then) -> tell(project, source, id, then));
    }
  }

  private static void tell(
      StytchProject project, String source, String id, Optional<StytchUser> before) {
    Optional<StytchUser> now = project.users().byId(id);
    // Most requests change nobody, and nobody is rendered for them.
    if (before.isPresent() && now.isPresent() && now.get().isAsIn(before.get())) {
      return;
    }
    Optional<ObjectNode> view = now.map(user -> shown(project, user));
    if (before.isEmpty() && now.isPresent()) {
      send(project, source, "CREATE", id, view);
    } else if (before.isPresent() && now.isEmpty()) {
      send(project, source, "DELETE", id, view);
    } else if (!before.map(user -> shown(project, user)).equals(view)) {
      send(project, source, "UPDATE", id, view);
    }
  }

  /** In events an absent external id is an empty text, and roles are not told. */
  private static ObjectNode shown(StytchProject project, StytchUser user) {
    ObjectNode view = UserView.of(project, user);
    view.remove("roles");
    if (view.path("external_id").isNull()) {
      view.put("external_id", "");
    }
    return view;
  }

  private static void send(
      StytchProject project, String source, String action, String id, Optional<ObjectNode> user) {
    ObjectNode body =
        Json.object()
            .put("project_id", project.id())
            .put("event_id", "webhook-event-test-" + project.context().random().uuid())
            .put("action", action)
            .put("object_type", "user")
            .put("source", source)
            .put("vertical", "CONSUMER")
            .put("id", id)
            .put("timestamp", MOMENT.format(project.now()));
    user.ifPresent(view -> body.set("user", view));
    project.events().send((source + ".user." + action).toLowerCase(Locale.ROOT), Json.write(body));
  }
}
