package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.state.AccessTokenClaims;
import dev.keyway.emulator.internal.stackauth.state.RestrictedReason;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthSession;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.stackauth.state.UserType;
import dev.keyway.emulator.internal.state.Directory;
import dev.keyway.emulator.internal.token.CompactJws;
import dev.keyway.emulator.internal.token.KeyRing;
import dev.keyway.emulator.internal.token.SigningKey;
import dev.keyway.emulator.internal.token.VerifiedTokens;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Issues access tokens and tells genuine ones from others. */
public final class AccessTokens {
  private final Directory<StackAuthProject> projects;

  @Inject
  AccessTokens(Directory<StackAuthProject> projects) {
    this.projects = projects;
  }

  /** A token for a session: a snapshot of the user as they are now. */
  public String issue(StackAuthProject project, StackAuthUser user, StackAuthSession session) {
    ObjectNode claims = claims(project, user, session.id());
    SigningKey key = project.keys(type(project, user)).signing();
    VerifiedTokens<AccessTokenClaims> verified = project.verifiedTokens();
    long era = verified.era();
    return key.signLater(
        null,
        Json.write(claims),
        token ->
            AccessTokenClaims.read(claims, project.id())
                .ifPresent(read -> verified.remember(token, read, era)));
  }

  /** Which keys and issuer a user's tokens are of. */
  public static UserType type(StackAuthProject project, StackAuthUser user) {
    return project
        .restrictedReason(user)
        .map(reason -> user.anonymous ? UserType.ANONYMOUS : UserType.RESTRICTED)
        .orElse(UserType.NORMAL);
  }

  /** What a token says that is issued now. */
  public static ObjectNode claims(StackAuthProject project, StackAuthUser user, String sessionId) {
    Instant now = project.now();
    Optional<RestrictedReason> reason = project.restrictedReason(user);
    UserType type = type(project, user);
    ObjectNode claims =
        Json.object()
            .put("sub", user.id())
            .put("iss", issuer(project, type))
            .put("aud", type.audience(project.id()))
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(project.settings().accessTokenLifetime()).getEpochSecond())
            .put("project_id", project.id())
            .put("branch_id", "main")
            .put("refresh_token_id", sessionId)
            .put("role", "authenticated")
            .put("name", user.get(StackAuthUserRows.DISPLAY_NAME).orElse(null))
            .put("email", user.primaryEmail().map(a -> a.value()).orElse(null))
            .put("email_verified", user.primaryEmailVerified())
            .put("selected_team_id", user.get(StackAuthUserRows.SELECTED_TEAM_ID).orElse(null))
            .put("signed_up_at", user.createdAt().getEpochSecond())
            .put("is_anonymous", user.anonymous)
            .put("is_restricted", reason.isPresent())
            .put("requires_totp_mfa", user.requiresTotp());
    claims.set("restricted_reason", reason.map(RestrictedReason::json).orElse(null));
    return claims;
  }

  /**
   * The claims of a token that some project of this emulator signed, expired or not; empty for any
   * other. The audience names the project whose keys count, as in the service: so a token of
   * another project is genuine here, and judged by the caller.
   */
  public Optional<AccessTokenClaims> genuine(String token) {
    return CompactJws.parse(token)
        .flatMap(
            jws -> {
              String audience = jws.payload().path("aud").asText();
              Optional<StackAuthProject> project =
                  projects.find(UserType.projectOfAudience(audience));
              Optional<UserType> type = UserType.ofAudience(audience);
              return project.isEmpty() || type.isEmpty()
                  ? Optional.empty()
                  : genuine(token, jws, project.get(), type.get());
            });
  }

  /** As {@link #genuine(String)}, without taking apart what was seen before in this project. */
  Optional<AccessTokenClaims> genuine(String token, String projectId) {
    return projects
        .find(projectId)
        .flatMap(project -> project.verifiedTokens().find(token))
        .or(() -> genuine(token));
  }

  private static Optional<AccessTokenClaims> genuine(
      String token, CompactJws jws, StackAuthProject project, UserType type) {
    Optional<AccessTokenClaims> known = project.verifiedTokens().find(token);
    if (known.isPresent()) {
      return known;
    }
    KeyRing ring = project.keys(type);
    if (ring.find(jws.kid()).filter(key -> key.verifies(jws)).isEmpty()
        || !issuer(project, type).equals(jws.payload().path("iss").textValue())) {
      return Optional.empty();
    }
    Optional<AccessTokenClaims> read = AccessTokenClaims.read(jws.payload(), project.id());
    read.ifPresent(genuine -> project.verifiedTokens().remember(token, genuine));
    return read;
  }

  private static String issuer(StackAuthProject project, UserType type) {
    return type.issuer(project.context().publicUrl().toString(), project.id());
  }

  /** A new access token for a refresh token, which stays as it is. */
  public String refreshed(StackAuthProject project, String refreshToken) {
    StackAuthSession session =
        project
            .sessions()
            .byToken(refreshToken)
            .orElseThrow(
                () ->
                    KnownError.REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED
                        .failure()
                        .because(
                            "There is no such session: it was signed out or revoked, or the token"
                                + " is another project's."));
    if (!session.livesAt(project.now())) {
      throw KnownError.REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED
          .failure()
          .about(session.userId())
          .because("The session expired at " + session.expiresAt() + " by the world's clock.");
    }
    StackAuthUser user =
        project
            .users()
            .byId(session.userId())
            .orElseThrow(KnownError.REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED::failure);
    session.usedAt(project.now());
    user.lastActiveAt = project.now();
    return issue(project, user, session);
  }
}
