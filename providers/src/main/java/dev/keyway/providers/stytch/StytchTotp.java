package dev.keyway.providers.stytch;

import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.ChallengeHandle;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.Totp;
import dev.keyway.TotpEnrolment;
import dev.keyway.TotpOptions;
import dev.keyway.UserId;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.handle.OpenedHandle;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stytch.rules.Checks;
import dev.keyway.providers.stytch.rules.SignIns;
import dev.keyway.providers.stytch.wire.SessionApi;
import dev.keyway.providers.stytch.wire.TotpApi;
import dev.keyway.providers.stytch.wire.UserApi;
import dev.keyway.providers.stytch.wire.WireSignIn;
import dev.keyway.providers.stytch.wire.WireUser;
import dev.keyway.providers.totp.OtpauthUri;
import dev.keyway.providers.totp.QrImages;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@link Totp} by Stytch. */
final class StytchTotp implements Totp {

  private static final String KIND = "totp-enrolment";
  private static final int ENROLMENT_MINUTES = 30;

  private final Transport transport;
  private final TotpApi api;
  private final SessionApi sessions;
  private final UserApi users;
  private final SignIns signIns;
  private final Handles handles;
  private final ProviderContext context;
  private final StytchSettings settings;

  @Inject
  StytchTotp(
      Transport transport,
      TotpApi api,
      SessionApi sessions,
      UserApi users,
      SignIns signIns,
      Handles handles,
      ProviderContext context,
      StytchSettings settings) {
    this.transport = transport;
    this.api = api;
    this.sessions = sessions;
    this.users = users;
    this.signIns = signIns;
    this.handles = handles;
    this.context = context;
    this.settings = settings;
  }

  @Override
  public TotpEnrolment startEnrolment(SessionTokens session, TotpOptions options) {
    return transport.call(
        options,
        () -> {
          WireUser user = userOf(session);
          if (user.totps().stream().anyMatch(WireUser.Totp::verified)) {
            throw AuthException.of(
                ErrorCode.FACTOR_ALREADY_ENROLLED, "The user has an authenticator app already");
          }
          // Stytch allows one pending enrolment; who starts again has lost that one's key.
          user.totps().forEach(pending -> users.deleteTotp(pending.totpId()));
          Instant expiresAt = context.clock().instant().plus(Duration.ofMinutes(ENROLMENT_MINUTES));
          TotpApi.Created made = api.create(new TotpApi.Create(user.userId(), ENROLMENT_MINUTES));
          return enrolment(user, made, options, expiresAt);
        });
  }

  private TotpEnrolment enrolment(
      WireUser user, TotpApi.Created made, TotpOptions options, Instant expiresAt) {
    // Stytch's own picture can't be given another issuer or account.
    Secret uri =
        OtpauthUri.of(
            options.issuer().or(() -> context.config().totpIssuer()).orElse(settings.projectId()),
            options.accountName().orElseGet(() -> accountName(user)),
            made.secret().reveal());
    ChallengeHandle handle =
        handles.seal(KIND, expiresAt, Map.of("user", user.userId(), "totp", made.totpId()));
    return new TotpEnrolment(
        made.secret(),
        uri,
        QrImages.png(uri.reveal()),
        QrImages.svg(uri.reveal()),
        made.recoveryCodes(),
        handle,
        expiresAt);
  }

  @Override
  public SessionTokens finishEnrolment(
      SessionTokens session, ChallengeHandle handle, OneTimeCode code, CallOptions options) {
    OpenedHandle enrolment = handles.open(handle, KIND);
    Secret digits = Codes.sixDigits(code);
    return transport.call(
        options,
        () -> {
          WireUser user = userOf(session);
          boolean pending =
              user.totps().stream().anyMatch(t -> t.totpId().equals(enrolment.get("totp")));
          if (!user.userId().equals(enrolment.get("user")) || !pending) {
            throw AuthException.of(
                ErrorCode.CHALLENGE_INVALID, "The enrolment is another one or another user's");
          }
          WireSignIn answer =
              api.authenticate(
                  new TotpApi.Authenticate(user.userId(), digits, session.renewal(), null, null));
          return signIns.added(answer, user.userId()).tokens();
        });
  }

  @Override
  public List<OneTimeCode> recoveryCodes(UserId user, CallOptions options) {
    String id = Checks.user(user);
    return transport.call(
        options,
        () ->
            api.recoveryCodes(new TotpApi.OfUser(id)).totps().stream()
                .filter(TotpApi.OfTotp::verified)
                .findFirst()
                .orElseThrow(StytchTotp::notEnrolled)
                .recoveryCodes());
  }

  @Override
  public void disable(UserId user, CallOptions options) {
    String id = Checks.user(user);
    transport.run(
        options,
        () -> {
          List<WireUser.Totp> totps = users.get(id).about(id).totps();
          if (totps.stream().noneMatch(WireUser.Totp::verified)) {
            throw notEnrolled();
          }
          totps.forEach(totp -> users.deleteTotp(totp.totpId()));
        });
  }

  private WireUser userOf(SessionTokens session) {
    return sessions.authenticate(new SessionApi.Authenticate(session.renewal())).user();
  }

  private static String accountName(WireUser user) {
    return user.emails().stream()
        .map(WireUser.Email::email)
        .findFirst()
        .or(() -> user.phoneNumbers().stream().map(WireUser.Phone::phoneNumber).findFirst())
        .orElse(user.userId());
  }

  private static AuthException notEnrolled() {
    return AuthException.of(ErrorCode.FACTOR_NOT_ENROLLED, "The user has no authenticator app");
  }
}
