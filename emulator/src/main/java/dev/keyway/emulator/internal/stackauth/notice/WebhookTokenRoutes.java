package dev.keyway.emulator.internal.stackauth.notice;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import jakarta.inject.Inject;

/**
 * {@code /webhooks/svix-token}: what opens the sender's portal. There is no portal here, so the
 * answer has no {@code url}, as with a sender of one's own, and the token opens nothing.
 */
public final class WebhookTokenRoutes implements RouteArea<StackAuthRouteBook> {
  private static final int TOKEN_BYTES = 32;

  @Inject
  WebhookTokenRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.webhook.portal-token").adminOnly().asks().takes().answers(this::token);
  }

  private Response token(StackAuthCall call) {
    String token = "appsk_" + call.project().context().random().base64Url(TOKEN_BYTES);
    return StackAuthResponses.created(Json.object().put("token", token));
  }
}
