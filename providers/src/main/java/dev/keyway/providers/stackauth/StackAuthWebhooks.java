package dev.keyway.providers.stackauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyway.AuthEvent;
import dev.keyway.AuthEventType;
import dev.keyway.CallOptions;
import dev.keyway.User;
import dev.keyway.UserId;
import dev.keyway.Webhooks;
import dev.keyway.providers.http.SentJson;
import dev.keyway.providers.stackauth.wire.WireEvent;
import dev.keyway.providers.webhook.Signatures;
import dev.keyway.providers.webhook.SignedMessage;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** {@link Webhooks} by Stack Auth. An event's id is the message's: its body has none. */
final class StackAuthWebhooks implements Webhooks {

  private static final Map<String, AuthEventType> TYPES =
      Map.of(
          "user.created", AuthEventType.USER_CREATED,
          "user.updated", AuthEventType.USER_UPDATED,
          "user.deleted", AuthEventType.USER_DELETED);

  private final Signatures signatures;

  @Inject
  StackAuthWebhooks(StackAuthSettings settings, ProviderContext context) {
    this.signatures = new Signatures(settings.webhookSecrets(), context.clock());
  }

  @Override
  public AuthEvent receive(Map<String, List<String>> headers, byte[] body, CallOptions options) {
    SignedMessage message = signatures.verify(headers, body);
    return SentJson.read(body, WireEvent.class, wire -> event(message, wire.type(), body));
  }

  private static AuthEvent event(SignedMessage message, String name, byte[] body) {
    AuthEventType type = TYPES.getOrDefault(name, AuthEventType.OTHER);
    AuthEvent.Builder event =
        AuthEvent.builder(message.id(), type, name, message.sentAt(), new String(body, UTF_8));
    switch (type) {
      case USER_CREATED, USER_UPDATED ->
          event.user(SentJson.read(body, WireEvent.OfUser.class, StackAuthWebhooks::user));
      case USER_DELETED ->
          event.userId(
              SentJson.read(
                  body, WireEvent.OfDeletedUser.class, wire -> UserId.of(wire.data().id())));
      case OTHER -> {}
    }
    return event.build();
  }

  private static User user(WireEvent.OfUser wire) {
    return wire.data().asSent();
  }
}
