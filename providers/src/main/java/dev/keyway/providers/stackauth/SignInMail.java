package dev.keyway.providers.stackauth;

import dev.keyway.AuthException;
import dev.keyway.Challenge;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stackauth.wire.OtpApi;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Sends the one mail that holds both a code and a link. */
final class SignInMail {

  static final String NONCE = "nonce";

  private static final Duration LIFETIME = Duration.ofDays(7);

  private final Transport transport;
  private final OtpApi api;
  private final StackAuthUsers users;
  private final Handles handles;
  private final Clock clock;

  @Inject
  SignInMail(Transport transport, OtpApi api, StackAuthUsers users, Handles handles, Clock clock) {
    this.transport = transport;
    this.api = api;
    this.users = users;
    this.handles = handles;
    this.clock = clock;
  }

  /**
   * Sends it.
   *
   * @param kind of the handle: whether the code or the link is waited for
   */
  Challenge send(String kind, EmailAddress email, URI callback, DeliveryOptions options) {
    OtpApi.Send body = new OtpApi.Send(StrictEmail.of(email), callback);
    OtpApi.Sent sent =
        transport.call(
            options,
            () -> {
              // Stack Auth mails strangers, too: who signs in first makes the account.
              if (options.existingUsersOnly() && users.signingInWith(email).isEmpty()) {
                throw AuthException.of(
                    ErrorCode.USER_NOT_FOUND, "No user signs in with this address");
              }
              return api.send(body);
            });
    Instant expiresAt = clock.instant().plus(LIFETIME);
    return new Challenge(
        handles.seal(kind, expiresAt, Map.of(NONCE, sent.nonce().reveal())), expiresAt);
  }
}
