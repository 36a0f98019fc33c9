package dev.keyway.emulator.internal.stackauth.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.rules.TeamRules;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/**
 * {@code /emails/notification-preference}: which mails a user wants. Nobody changes them here, so
 * everybody has what the service begins with.
 */
public final class NotificationPreferenceRoutes implements RouteArea<StackAuthRouteBook> {
  @Inject
  NotificationPreferenceRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.notification-preference.list")
        .asks()
        .fails(KnownError.USER_AUTHENTICATION_REQUIRED, KnownError.USER_NOT_FOUND)
        .answers(this::list);
  }

  private Response list(StackAuthCall call) {
    String named = call.path("user_id");
    String id = named.equals("me") ? user(call).id() : named.toLowerCase(Locale.ROOT);
    if (call.fromClient() && !user(call).id().equals(id)) {
      throw StackAuthFailure.text(403, "You can only view your own notification preferences");
    }
    TeamRules.requireUser(call.project(), id);
    return StackAuthResponses.list(
        List.of(
            category("7bb82d33-2f54-4a3d-9d23-82739e0d66ef", "Transactional", false),
            category("4f6f8873-3d04-46bd-8bef-18338b1a1b4c", "Marketing", true)));
  }

  private static StackAuthUser user(StackAuthCall call) {
    return call.user().orElseThrow(KnownError.USER_AUTHENTICATION_REQUIRED::failure);
  }

  private static ObjectNode category(String id, String name, boolean canDisable) {
    return Json.object()
        .put("notification_category_id", id)
        .put("notification_category_name", name)
        .put("enabled", true)
        .put("can_disable", canDisable);
  }
}
