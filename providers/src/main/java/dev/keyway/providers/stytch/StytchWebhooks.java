package dev.keyway.providers.stytch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyway.AuthEvent;
import dev.keyway.AuthEventType;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.UserId;
import dev.keyway.Webhooks;
import dev.keyway.providers.http.SentJson;
import dev.keyway.providers.stytch.rules.UserFields;
import dev.keyway.providers.stytch.wire.Times;
import dev.keyway.providers.stytch.wire.WireEvent;
import dev.keyway.providers.webhook.Signatures;
import dev.keyway.providers.webhook.SignedMessage;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@link Webhooks} by Stytch. An event's type is {@code source.object.action}, the name by which it
 * is subscribed to.
 */
final class StytchWebhooks implements Webhooks {

  private static final Map<String, AuthEventType> OF_USERS =
      Map.of(
          "CREATE", AuthEventType.USER_CREATED,
          "UPDATE", AuthEventType.USER_UPDATED,
          "DELETE", AuthEventType.USER_DELETED);

  private final Signatures signatures;
  private final String projectId;

  @Inject
  StytchWebhooks(StytchSettings settings, ProviderContext context) {
    this.signatures = new Signatures(settings.webhookSecrets(), context.clock());
    this.projectId = settings.projectId();
  }

  @Override
  public AuthEvent receive(Map<String, List<String>> headers, byte[] body, CallOptions options) {
    SignedMessage message = signatures.verify(headers, body);
    return SentJson.read(body, WireEvent.class, wire -> event(message, wire, body));
  }

  private AuthEvent event(SignedMessage message, WireEvent wire, byte[] body) {
    if (wire.projectId() != null && !wire.projectId().equals(projectId)) {
      throw AuthException.of(ErrorCode.WEBHOOK_REFUSED, "The webhook is about another project");
    }
    AuthEventType type =
        wire.objectType().equals("user")
            ? OF_USERS.getOrDefault(wire.action(), AuthEventType.OTHER)
            : AuthEventType.OTHER;
    AuthEvent.Builder event =
        AuthEvent.builder(message.id(), type, name(wire), message.sentAt(), new String(body, UTF_8))
            .happenedAt(Times.read(wire.timestamp()));
    switch (type) {
      case USER_CREATED, USER_UPDATED ->
          event.user(
              SentJson.read(body, WireEvent.OfUser.class, sent -> UserFields.asSent(sent.user())));
      case USER_DELETED -> event.userId(UserId.of(wire.id()));
      case OTHER -> {}
    }
    return event.build();
  }

  private static String name(WireEvent wire) {
    String source = wire.source() == null ? "direct" : wire.source();
    return (source + "." + wire.objectType() + "." + wire.action()).toLowerCase(Locale.ROOT);
  }
}
