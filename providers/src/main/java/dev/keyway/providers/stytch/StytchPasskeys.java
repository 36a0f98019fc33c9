package dev.keyway.providers.stytch;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.ChallengeHandle;
import dev.keyway.ErrorCode;
import dev.keyway.Passkey;
import dev.keyway.PasskeyCeremony;
import dev.keyway.PasskeyId;
import dev.keyway.PasskeyOptions;
import dev.keyway.Passkeys;
import dev.keyway.SessionTokens;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.UserId;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.handle.OpenedHandle;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stytch.rules.Checks;
import dev.keyway.providers.stytch.rules.CustomClaims;
import dev.keyway.providers.stytch.rules.SessionMinutes;
import dev.keyway.providers.stytch.rules.SignIns;
import dev.keyway.providers.stytch.wire.SessionApi;
import dev.keyway.providers.stytch.wire.UserApi;
import dev.keyway.providers.stytch.wire.WebAuthnApi;
import dev.keyway.providers.stytch.wire.WireUser;
import dev.keyway.providers.webauthn.Base64Form;
import dev.keyway.providers.webauthn.BrowserCredential;
import dev.keyway.providers.webauthn.VendorOptions;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link Passkeys} by Stytch. */
final class StytchPasskeys implements Passkeys {

  private static final String REGISTRATION = "passkey-registration";
  private static final String SIGN_IN = "passkey-sign-in";

  /** How long Stytch's challenges last. */
  private static final Duration CEREMONY = Duration.ofMinutes(5);

  private final Transport transport;
  private final WebAuthnApi api;
  private final SessionApi sessions;
  private final UserApi users;
  private final SignIns signIns;
  private final SessionMinutes minutes;
  private final Handles handles;
  private final ProviderContext context;

  @Inject
  StytchPasskeys(
      Transport transport,
      WebAuthnApi api,
      SessionApi sessions,
      UserApi users,
      SignIns signIns,
      SessionMinutes minutes,
      Handles handles,
      ProviderContext context) {
    this.transport = transport;
    this.api = api;
    this.sessions = sessions;
    this.users = users;
    this.signIns = signIns;
    this.minutes = minutes;
    this.handles = handles;
    this.context = context;
  }

  @Override
  public PasskeyCeremony startRegistration(SessionTokens session, PasskeyOptions options) {
    String domain = domain(options);
    return transport.call(
        options,
        () -> {
          String user = userOf(session);
          String json =
              api.startRegistration(
                      new WebAuthnApi.StartRegistration(
                          user, domain, true, true, options.displayName().orElse(null)))
                  .publicKeyCredentialCreationOptions();
          return ceremony(json, REGISTRATION, Map.of("user", user));
        });
  }

  @Override
  public Passkey finishRegistration(
      SessionTokens session, ChallengeHandle handle, String credentialJson, CallOptions options) {
    OpenedHandle ceremony = handles.open(handle, REGISTRATION);
    BrowserCredential credential =
        BrowserCredential.registration(
            credentialJson, Base64Form.PADDED_OR_NOT, ceremony.get("challenge"));
    return transport.call(
        options,
        () -> {
          String user = ceremony.get("user");
          if (!userOf(session).equals(user)) {
            throw AuthException.of(
                ErrorCode.CHALLENGE_INVALID, "The ceremony was begun by another user");
          }
          WebAuthnApi.Registered registered =
              api.register(new WebAuthnApi.Register(user, credential.text()));
          return find(registered.user(), PasskeyId.of(registered.webauthnRegistrationId()));
        });
  }

  @Override
  public PasskeyCeremony startSignIn(PasskeyOptions options) {
    String domain = domain(options);
    Optional<String> user = options.user().map(Checks::user);
    return transport.call(
        options,
        () -> {
          String json =
              api.startSignIn(new WebAuthnApi.StartSignIn(domain, user.orElse(null), true, true))
                  .publicKeyCredentialRequestOptions();
          return ceremony(json, SIGN_IN, Map.of());
        });
  }

  @Override
  public SignInResult finishSignIn(
      ChallengeHandle handle, String credentialJson, SignInOptions options) {
    int lasting = minutes.of(options.sessionDuration());
    @Nullable Map<String, @Nullable Object> claims = CustomClaims.of(options.sessionClaims());
    OpenedHandle ceremony = handles.open(handle, SIGN_IN);
    BrowserCredential credential =
        BrowserCredential.assertion(
            credentialJson, Base64Form.PADDED_OR_NOT, ceremony.get("challenge"));
    return transport.call(
        options,
        () -> {
          try {
            return signIns.afterFirstFactor(
                api.authenticate(new WebAuthnApi.Authenticate(credential.text(), lasting, claims)),
                AccountOutcome.EXISTING,
                lasting);
          } catch (AuthException e) {
            // Here it is the passkey that nobody has registered.
            throw e.code() == ErrorCode.FACTOR_NOT_ENROLLED ? refused() : e;
          }
        });
  }

  @Override
  public List<Passkey> list(UserId user, CallOptions options) {
    String id = Checks.user(user);
    return transport.call(options, () -> passkeys(users.get(id).about(id)));
  }

  @Override
  public Passkey rename(UserId user, PasskeyId passkey, String name, CallOptions options) {
    if (name.length() > 256) {
      throw Checks.invalidArgument("name", "is longer than 256 characters");
    }
    String id = Checks.user(user);
    return transport.call(
        options,
        () -> {
          Passkey before = find(users.get(id).about(id), passkey);
          api.rename(before.id().value(), new WebAuthnApi.Rename(name));
          return new Passkey(before.id(), Optional.of(name), before.relyingPartyId());
        });
  }

  @Override
  public void delete(UserId user, PasskeyId passkey, CallOptions options) {
    String id = Checks.user(user);
    transport.run(
        options, () -> users.deletePasskey(find(users.get(id).about(id), passkey).id().value()));
  }

  private PasskeyCeremony ceremony(String json, String kind, Map<String, String> more) {
    Map<String, String> fields = new TreeMap<>(more);
    fields.put("challenge", VendorOptions.challenge(json));
    Instant expiresAt = context.clock().instant().plus(CEREMONY);
    return new PasskeyCeremony(json, handles.seal(kind, expiresAt, fields), expiresAt);
  }

  private String domain(PasskeyOptions options) {
    return options
        .relyingPartyId()
        .or(() -> context.config().relyingPartyId())
        .orElseGet(() -> context.config().required("relying-party-id"));
  }

  private String userOf(SessionTokens session) {
    return sessions.authenticate(new SessionApi.Authenticate(session.renewal())).user().userId();
  }

  /** The passkey among the user's own, so that no foreign one is ever touched by its id. */
  private static Passkey find(WireUser user, PasskeyId passkey) {
    return passkeys(user).stream()
        .filter(p -> p.id().equals(passkey))
        .findFirst()
        .orElseThrow(
            () -> AuthException.of(ErrorCode.FACTOR_NOT_ENROLLED, "The user has no such passkey"));
  }

  /** A registration is in the list from its start on; it counts when it is finished. */
  private static List<Passkey> passkeys(WireUser user) {
    return user.webauthnRegistrations().stream()
        .filter(WireUser.Passkey::verified)
        .map(
            wire ->
                new Passkey(
                    PasskeyId.of(wire.webauthnRegistrationId()),
                    Optional.ofNullable(wire.name()).filter(name -> !name.isBlank()),
                    Optional.ofNullable(wire.domain()).filter(domain -> !domain.isBlank())))
        .toList();
  }

  private static AuthException refused() {
    return AuthException.of(ErrorCode.PASSKEY_REFUSED, "The passkey is not registered");
  }
}
