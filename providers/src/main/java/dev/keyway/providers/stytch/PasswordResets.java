package dev.keyway.providers.stytch;

import dev.keyway.AuthException;
import dev.keyway.CallbackOptions;
import dev.keyway.Challenge;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.providers.flow.CallbackParameters;
import dev.keyway.providers.flow.Pkce;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.stytch.rules.Deliveries;
import dev.keyway.providers.stytch.wire.PasswordApi;
import dev.keyway.providers.stytch.wire.WireAttributes;
import dev.keyway.providers.stytch.wire.WireMatching;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mailed link for a new password. */
final class PasswordResets {

  private static final String KIND = "password-reset";
  private static final int DEFAULT_MINUTES = 30;

  private final PasswordApi api;
  private final Handles handles;
  private final Clock clock;
  private final SecureRandom random;

  @Inject
  PasswordResets(PasswordApi api, Handles handles, Clock clock, SecureRandom random) {
    this.api = api;
    this.handles = handles;
    this.clock = clock;
    this.random = random;
  }

  Challenge start(EmailAddress email, URI callback, DeliveryOptions options) {
    Deliveries.Minutes minutes = Deliveries.link(options);
    String locale = Deliveries.mailLocale(options);
    Optional<Pkce> pkce =
        options.boundToBrowser() ? Optional.of(Pkce.next(random)) : Optional.empty();
    Instant expiresAt = clock.instant().plus(Duration.ofMinutes(minutes.orElse(DEFAULT_MINUTES)));
    try {
      api.startReset(
          new PasswordApi.StartReset(
              email.value(),
              callback,
              minutes.asked(),
              pkce.map(Pkce::challenge).orElse(null),
              WireAttributes.of(options),
              locale,
              options.template().orElse(null)));
    } catch (AuthException e) {
      if (e.code() != ErrorCode.USER_NOT_FOUND) {
        throw e;
      }
      // Withheld, so that nobody learns from it who has an account.
    }
    Map<String, String> fields = pkce.map(p -> Map.of("verifier", p.verifier())).orElse(Map.of());
    return new Challenge(handles.seal(KIND, expiresAt, fields), expiresAt);
  }

  void finish(URI callback, Secret newPassword, CallbackOptions options) {
    Optional<String> verifier =
        options.handle().flatMap(handle -> handles.open(handle, KIND).find("verifier"));
    Secret token = Callbacks.token(CallbackParameters.of(callback), Set.of("reset_password"));
    @Nullable Secret proof = verifier.map(Secret::of).orElse(null);
    api.reset(
        new PasswordApi.Reset(
            token,
            newPassword,
            proof,
            WireAttributes.of(options),
            WireMatching.of(options.sameIpAddress(), options.sameUserAgent())));
  }
}
