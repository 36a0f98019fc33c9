package dev.keyway.providers.stackauth;

import dev.keyway.AuthConfig;
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
import dev.keyway.providers.stackauth.rules.Renewals;
import dev.keyway.providers.stackauth.rules.Uuids;
import dev.keyway.providers.stackauth.wire.ProjectApi;
import dev.keyway.providers.stackauth.wire.UserApi;
import dev.keyway.providers.stackauth.wire.WireUser;
import dev.keyway.providers.totp.OtpauthUri;
import dev.keyway.providers.totp.QrImages;
import dev.keyway.providers.totp.TotpKey;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Authenticator apps by the user's {@code totp_secret_base64}. The server asks for no proof before
 * it takes a key, so the first code is checked here; until then the key is in the handle alone.
 */
final class StackAuthTotp implements Totp {

  private static final String KIND = "totp-enrolment";
  private static final String SECRET = "totp_secret_base64";
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final AuthConfig config;
  private final Clock clock;
  private final SecureRandom random;
  private final Transport transport;
  private final UserApi users;
  private final ProjectApi projects;
  private final Renewals renewals;
  private final AccessTokens accessTokens;
  private final Handles handles;

  @Inject
  StackAuthTotp(
      ProviderContext context,
      Transport transport,
      UserApi users,
      ProjectApi projects,
      Renewals renewals,
      AccessTokens accessTokens,
      Handles handles) {
    this.config = context.config();
    this.clock = context.clock();
    this.random = context.random();
    this.transport = transport;
    this.users = users;
    this.projects = projects;
    this.renewals = renewals;
    this.accessTokens = accessTokens;
    this.handles = handles;
  }

  @Override
  public TotpEnrolment startEnrolment(SessionTokens session, TotpOptions options) {
    return transport.call(
        options,
        () -> {
          SessionTokens tokens = renewals.renew(session.renewal());
          String id = accessTokens.read(tokens.access()).userId().value();
          WireUser user = users.get(id).about(id);
          requireNotEnrolled(user);
          return enrolment(issuer(options), accountName(user, options), user);
        });
  }

  private TotpEnrolment enrolment(String issuer, String accountName, WireUser user) {
    TotpKey key = TotpKey.next(random);
    Secret uri = OtpauthUri.of(issuer, accountName, key);
    Instant expiresAt = clock.instant().plus(LIFETIME);
    return new TotpEnrolment(
        Secret.of(key.base32()),
        uri,
        QrImages.png(uri.reveal()),
        QrImages.svg(uri.reveal()),
        List.of(),
        handles.seal(KIND, expiresAt, Map.of("user", user.id(), "key", base64(key))),
        expiresAt);
  }

  @Override
  public SessionTokens finishEnrolment(
      SessionTokens session, ChallengeHandle handle, OneTimeCode code, CallOptions options) {
    OpenedHandle enrolment = handles.open(handle, KIND);
    TotpKey key = TotpKey.of(Base64.getDecoder().decode(enrolment.get("key")));
    return transport.call(
        options,
        () -> {
          SessionTokens tokens = renewals.renew(session.renewal());
          SameUser.require(accessTokens.read(tokens.access()), enrolment);
          if (!key.accepts(TypedCode.totp(code), clock.instant())) {
            throw AuthException.of(
                ErrorCode.CODE_INCORRECT, "The code is not the authenticator app's current one");
          }
          String user = enrolment.get("user");
          requireNotEnrolled(users.get(user).about(user));
          users.update(user, secret(base64(key))).about(user);
          return tokens;
        });
  }

  @Override
  public void disable(UserId user, CallOptions options) {
    if (!Uuids.isUuid(user.value())) {
      throw AuthException.of(ErrorCode.USER_NOT_FOUND, "No user of stack-auth has such an id");
    }
    transport.run(
        options,
        () -> {
          if (!isEnrolled(users.get(user.value()).about(user.value()))) {
            throw AuthException.of(
                ErrorCode.FACTOR_NOT_ENROLLED, "The user has no authenticator app");
          }
          users.update(user.value(), secret(null)).about(user.value());
        });
  }

  private String issuer(TotpOptions options) {
    return options
        .issuer()
        .or(config::totpIssuer)
        .orElseGet(() -> atMost(projects.current().displayName(), 64));
  }

  private static String accountName(WireUser user, TotpOptions options) {
    return options
        .accountName()
        .or(
            () ->
                Stream.of(
                        Optional.ofNullable(user.primaryEmail()),
                        Optional.ofNullable(user.displayName()))
                    .flatMap(Optional::stream)
                    .filter(name -> !name.isBlank())
                    .map(name -> atMost(name, 128))
                    .findFirst())
        .orElse(user.id());
  }

  /** What Stack Auth calls somebody may be longer than the picture of a URI has room for. */
  private static String atMost(String name, int length) {
    return name.codePointCount(0, name.length()) <= length
        ? name
        : name.substring(0, name.offsetByCodePoints(0, length));
  }

  private static void requireNotEnrolled(WireUser user) {
    if (isEnrolled(user)) {
      throw AuthException.of(
          ErrorCode.FACTOR_ALREADY_ENROLLED, "The user has an authenticator app already");
    }
  }

  private static boolean isEnrolled(WireUser user) {
    return Boolean.TRUE.equals(user.requiresTotpMfa());
  }

  private static Map<String, @Nullable Object> secret(@Nullable String base64) {
    Map<String, @Nullable Object> field = new LinkedHashMap<>();
    field.put(SECRET, base64);
    return field;
  }

  private static String base64(TotpKey key) {
    return Base64.getEncoder().encodeToString(key.bytes());
  }
}
