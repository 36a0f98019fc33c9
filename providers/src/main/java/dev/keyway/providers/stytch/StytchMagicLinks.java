package dev.keyway.providers.stytch;

import dev.keyway.AccountOutcome;
import dev.keyway.CallbackOptions;
import dev.keyway.Challenge;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.MagicLinks;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.SignInResult;
import dev.keyway.providers.flow.CallbackParameters;
import dev.keyway.providers.flow.Pkce;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.handle.OpenedHandle;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stytch.rules.CustomClaims;
import dev.keyway.providers.stytch.rules.Deliveries;
import dev.keyway.providers.stytch.rules.SessionMinutes;
import dev.keyway.providers.stytch.rules.SignIns;
import dev.keyway.providers.stytch.wire.MagicLinkApi;
import dev.keyway.providers.stytch.wire.WireAttributes;
import dev.keyway.providers.stytch.wire.WireMatching;
import dev.keyway.providers.stytch.wire.WireSignIn;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@link MagicLinks} by Stytch. */
final class StytchMagicLinks implements MagicLinks {

  private static final String KIND = "magic-link";

  /** A password reset's mail has a second button that signs in as a magic link does. */
  private static final Set<String> TOKEN_TYPES = Set.of("magic_links", "login");

  private static final int LOGIN_MINUTES = 60;
  private static final int SIGN_UP_MINUTES = 7 * 24 * 60;

  /** An address that is added to a user goes away again after this long. */
  private static final int ATTACH_MINUTES = 5;

  private final Transport transport;
  private final MagicLinkApi api;
  private final SignIns signIns;
  private final SessionMinutes minutes;
  private final Handles handles;
  private final Clock clock;
  private final SecureRandom random;

  @Inject
  StytchMagicLinks(
      Transport transport,
      MagicLinkApi api,
      SignIns signIns,
      SessionMinutes minutes,
      Handles handles,
      Clock clock,
      SecureRandom random) {
    this.transport = transport;
    this.api = api;
    this.signIns = signIns;
    this.minutes = minutes;
    this.handles = handles;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Challenge send(EmailAddress email, URI callback, DeliveryOptions options) {
    Deliveries.Minutes asked = Deliveries.link(options);
    Optional<RenewalToken> session = Deliveries.session(options);
    Optional<Pkce> pkce =
        options.boundToBrowser() ? Optional.of(Pkce.next(random)) : Optional.empty();
    MagicLinkApi.Send body =
        new MagicLinkApi.Send(
            email.value(),
            callback,
            options.signUpCallback().orElse(callback),
            asked.asked(),
            asked.asked(),
            pkce.map(Pkce::challenge).orElse(null),
            WireAttributes.of(options),
            Deliveries.mailLocale(options),
            session.orElse(null),
            options.template().orElse(null),
            options.signUpTemplate().orElse(null));
    return transport.call(
        options,
        () -> {
          Instant now = clock.instant();
          boolean known = session.isPresent() || options.existingUsersOnly();
          MagicLinkApi.Sent sent = known ? api.send(body) : api.loginOrCreate(body);
          int works =
              session.isPresent()
                  ? Math.min(asked.orElse(LOGIN_MINUTES), ATTACH_MINUTES)
                  : asked.orElse(sent.created() ? SIGN_UP_MINUTES : LOGIN_MINUTES);
          Instant expiresAt = now.plus(Duration.ofMinutes(works));
          Map<String, String> fields = new TreeMap<>();
          fields.put("user", sent.userId());
          fields.put(
              "account",
              (sent.created() ? AccountOutcome.CREATED : AccountOutcome.EXISTING).name());
          pkce.ifPresent(proof -> fields.put("verifier", proof.verifier()));
          session.ifPresent(token -> fields.put("session", token.reveal()));
          return new Challenge(handles.seal(KIND, expiresAt, fields), expiresAt);
        });
  }

  @Override
  public SignInResult authenticate(URI callback, CallbackOptions options) {
    int lasting = minutes.of(options.sessionDuration());
    Secret token = Callbacks.token(CallbackParameters.of(callback), TOKEN_TYPES);
    Optional<OpenedHandle> sending = options.handle().map(handle -> handles.open(handle, KIND));
    Optional<RenewalToken> session =
        sending.flatMap(handle -> handle.find("session")).map(RenewalToken::of);
    MagicLinkApi.Authenticate body =
        new MagicLinkApi.Authenticate(
            token,
            sending.flatMap(handle -> handle.find("verifier")).map(Secret::of).orElse(null),
            WireAttributes.of(options),
            session.orElse(null),
            session.isPresent() ? null : lasting,
            CustomClaims.of(options.sessionClaims()),
            WireMatching.of(options.sameIpAddress(), options.sameUserAgent()));
    return transport.call(
        options,
        () -> {
          WireSignIn answer = api.authenticate(body);
          sending.ifPresent(handle -> signIns.requireUser(answer, handle.get("user")));
          if (session.isPresent()) {
            return signIns.signedIn(answer, AccountOutcome.EXISTING);
          }
          AccountOutcome account =
              sending
                  .map(handle -> AccountOutcome.valueOf(handle.get("account")))
                  .orElse(AccountOutcome.UNKNOWN);
          return signIns.afterFirstFactor(answer, account, lasting);
        });
  }
}
