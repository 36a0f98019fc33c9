package dev.keyway.providers.stackauth;

import dev.keyway.AccessToken;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Retry;
import dev.keyway.Session;
import dev.keyway.SessionId;
import dev.keyway.UserId;
import dev.keyway.VerifyOptions;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.jwt.JwtAlgorithm;
import dev.keyway.providers.jwt.JwtProfile;
import dev.keyway.providers.jwt.JwtReading;
import dev.keyway.providers.jwt.JwtVerifier;
import dev.keyway.providers.jwt.VerifiedJwt;
import dev.keyway.providers.stackauth.wire.SessionApi;
import dev.keyway.spi.ProviderContext;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads access tokens: ES256, with an issuer and an audience for each kind of user, and keys that
 * differ by audience.
 */
@Singleton
final class AccessTokens implements AutoCloseable {

  /** What {@link Session} says by names of its own. */
  private static final Set<String> SAID = Set.of("sub", "iss", "aud", "iat", "exp", "nbf");

  private final AuthConfig config;
  private final Transport transport;
  private final JwtVerifier verifier;
  private final JwtProfile normal;
  private final JwtProfile anonymous;
  private final JwtReading<Session> reading;

  @Inject
  AccessTokens(
      ProviderContext context,
      StackAuthSettings settings,
      Transport transport,
      Provider<SessionApi> api) {
    this.config = context.config();
    this.transport = transport;
    this.verifier =
        new JwtVerifier(
            JwtAlgorithm.ES256,
            timeout -> transport.within(timeout, () -> api.get().keys(settings.projectId())),
            context.clock(),
            config.clockSkew(),
            config.maxKeyAge());
    this.normal = profile(settings, "projects", "");
    JwtProfile restricted = profile(settings, "projects-restricted-users", ":restricted");
    this.anonymous = profile(settings, "projects-anonymous-users", ":anon");
    this.reading = new JwtReading<>(List.of(normal, restricted, anonymous), this::session);
  }

  private static JwtProfile profile(StackAuthSettings settings, String path, String suffix) {
    String issuer = settings.issuerUrl() + "/api/v1/" + path + "/" + settings.projectId();
    return new JwtProfile(path, Set.of(issuer), settings.projectId() + suffix);
  }

  /** A token that somebody presents. */
  Session verify(AccessToken token, VerifyOptions options) {
    Session session = verifier.verify(token, reading, options.maxAge(), config.timeout(options));
    if ((session.anonymous() && !options.allowAnonymous())
        || (session.restricted() && !session.anonymous() && !options.allowRestricted())) {
      throw AuthException.of(
          ErrorCode.ACCOUNT_RESTRICTED,
          "The access token is of "
              + (session.anonymous() ? "an anonymous" : "a restricted")
              + " user");
    }
    return session;
  }

  /** A token that Stack Auth issued a moment ago, of whatever kind of user. */
  Session read(AccessToken token) {
    try {
      return verifier.verify(
          token, reading, Optional.empty(), transport.remaining(config.timeout()));
    } catch (AuthException e) {
      if (e.code() != ErrorCode.TOKEN_INVALID && e.code() != ErrorCode.TOKEN_EXPIRED) {
        throw e;
      }
      throw AuthException.of(
          ErrorCode.INVALID_RESPONSE,
          "stack-auth issued an access token that does not verify with the configured URLs and"
              + " this machine's clock",
          Retry.OUTCOME_UNKNOWN,
          e);
    }
  }

  private Session session(VerifiedJwt jwt) {
    Map<String, @Nullable Object> claims = new LinkedHashMap<>(jwt.claims());
    claims.keySet().removeAll(SAID);
    return Session.builder(
            SessionId.of(jwt.requiredText("refresh_token_id")), UserId.of(jwt.requiredText("sub")))
        .accessTokenExpiresAt(jwt.expiresAt())
        .anonymous(isAnonymous(jwt))
        .restricted(isRestricted(jwt))
        .claims(claims)
        .build();
  }

  private boolean isAnonymous(VerifiedJwt jwt) {
    return jwt.profile().equals(anonymous) || jwt.isSet("is_anonymous");
  }

  private boolean isRestricted(VerifiedJwt jwt) {
    return !jwt.profile().equals(normal) || jwt.isSet("is_restricted");
  }

  @Override
  public void close() {
    verifier.close();
  }
}
