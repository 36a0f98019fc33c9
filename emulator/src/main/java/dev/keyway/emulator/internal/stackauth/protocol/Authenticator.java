package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stackauth.state.AccessTokenClaims;
import dev.keyway.emulator.internal.stackauth.state.AccessType;
import dev.keyway.emulator.internal.stackauth.state.StackAuthKeys;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Directory;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service's order of authentication checks. The first that fails decides; token errors come
 * before project and key errors, and only the key of the declared access type is looked at.
 */
public final class Authenticator {
  /** What clients send when they have no publishable key. */
  public static final String NO_KEY = "__stack_public_client__";

  private static final String MAIN_BRANCH = "main";

  private static final List<String> KEY_HEADERS =
      List.of(
          "publishable-client-key",
          "secret-server-key",
          "super-secret-admin-key",
          "admin-access-token");

  private final Directory<StackAuthProject> projects;
  private final AccessTokens tokens;

  @Inject
  Authenticator(Directory<StackAuthProject> projects, AccessTokens tokens) {
    this.projects = projects;
    this.tokens = tokens;
  }

  Caller authenticate(StackAuthHeaders headers) {
    Optional<String> claimedType = headers.get("access-type");
    if (claimedType.isEmpty()) {
      if (KEY_HEADERS.stream().anyMatch(headers::has)) {
        throw KnownError.PROJECT_KEY_WITHOUT_ACCESS_TYPE.failure();
      }
      return Caller.NOBODY;
    }
    AccessType type =
        AccessType.named(claimedType.get()).orElseThrow(KnownError.INVALID_ACCESS_TYPE::failure);
    String projectId =
        headers
            .get("project-id")
            .orElseThrow(
                () ->
                    KnownError.ACCESS_TYPE_WITHOUT_PROJECT_ID.failure(
                        "request_type", type.wireName()));
    AccessTokenClaims token = accessToken(headers, projectId);
    StackAuthProject project =
        projects
            .find(projectId)
            .orElseThrow(
                () -> KnownError.CURRENT_PROJECT_NOT_FOUND.failure("project_id", projectId));
    if (headers.has("admin-access-token")) {
      checkAdminToken(headers.get("admin-access-token").orElseThrow(), project);
    } else {
      checkKey(type, headers, project);
    }
    String branch = headers.get("branch-id").orElse(MAIN_BRANCH);
    if (!branch.equals(MAIN_BRANCH)) {
      throw KnownError.BRANCH_DOES_NOT_EXIST.failure("branch_id", branch);
    }
    return new Caller(type, project, token, userOf(token, project));
  }

  private @Nullable AccessTokenClaims accessToken(StackAuthHeaders headers, String projectId) {
    Optional<String> sent = headers.get("access-token");
    if (sent.isEmpty()) {
      return null;
    }
    AccessTokenClaims claims =
        tokens
            .genuine(sent.get(), projectId)
            .orElseThrow(KnownError.UNPARSABLE_ACCESS_TOKEN::failure);
    StackAuthProject issuer =
        projects.find(claims.projectId()).orElseThrow(KnownError.UNPARSABLE_ACCESS_TOKEN::failure);
    if (claims.expiredAt(issuer.now())) {
      throw expired(claims);
    }
    if (!claims.projectId().equals(projectId)) {
      throw KnownError.INVALID_PROJECT_FOR_ACCESS_TOKEN.failure(
          Json.object()
              .put("expected_project_id", projectId)
              .put("actual_project_id", claims.projectId()));
    }
    refuseUnlessAllowed(claims, headers);
    return claims;
  }

  /** Says all that is known of an expired access token. */
  public static StackAuthFailure expired(AccessTokenClaims claims) {
    return KnownError.ACCESS_TOKEN_EXPIRED.failure(
        Json.object()
            .put("expired_at_millis", claims.expiresAt().toEpochMilli())
            .put("project_id", claims.projectId())
            .put("user_id", claims.userId())
            .put("refresh_token_id", claims.sessionId()));
  }

  /** Goes by what the token says, whatever became of the user since. */
  private static void refuseUnlessAllowed(AccessTokenClaims claims, StackAuthHeaders headers) {
    boolean anonymousAllowed = headers.isTrue("allow-anonymous-user");
    if (claims.anonymous() && !anonymousAllowed) {
      throw KnownError.ANONYMOUS_AUTHENTICATION_NOT_ALLOWED.failure();
    }
    if (claims.restricted() && !anonymousAllowed && !headers.isTrue("allow-restricted-user")) {
      ObjectNode details = Json.object();
      details.putObject("restricted_reason").put("type", claims.restrictedReason());
      throw KnownError.RESTRICTED_USER_NOT_ALLOWED.failure(details);
    }
    if (claims.contradictory() || !claims.branchId().equals(MAIN_BRANCH)) {
      throw StackAuthFailure.uncaught("The access token contradicts itself.");
    }
  }

  /** Stands for all keys: an access token of a user of the internal project who made this one. */
  private void checkAdminToken(String token, StackAuthProject project) {
    AccessTokenClaims claims =
        tokens.genuine(token).orElseThrow(KnownError.UNPARSABLE_ADMIN_ACCESS_TOKEN::failure);
    StackAuthProject issuer =
        projects
            .find(claims.projectId())
            .orElseThrow(KnownError.UNPARSABLE_ADMIN_ACCESS_TOKEN::failure);
    if (claims.expiredAt(issuer.now())) {
      throw KnownError.ADMIN_ACCESS_TOKEN_EXPIRED.failure(
          Json.object().put("expired_at_millis", claims.expiresAt().toEpochMilli()));
    }
    if (!issuer.id().equals(StackAuthKeys.INTERNAL.projectId())
        || !claims.userId().equals(project.facts().owner())) {
      throw KnownError.ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN.failure();
    }
    issuer.lock().lock();
    try {
      if (issuer.users().byId(claims.userId()).isEmpty()) {
        throw StackAuthFailure.text(
            401, "The user of the admin access token does not exist any more");
      }
    } finally {
      issuer.lock().unlock();
    }
  }

  private static void checkKey(
      AccessType type, StackAuthHeaders headers, StackAuthProject project) {
    switch (type) {
      case CLIENT -> checkPublishableKey(headers, project);
      case SERVER ->
          checkSecret(
              type,
              headers.get("secret-server-key"),
              project,
              KnownError.SERVER_AUTHENTICATION_REQUIRED,
              KnownError.INVALID_SECRET_SERVER_KEY);
      case ADMIN ->
          checkSecret(
              type,
              headers.get("super-secret-admin-key"),
              project,
              KnownError.ADMIN_AUTHENTICATION_REQUIRED,
              KnownError.INVALID_SUPER_SECRET_ADMIN_KEY);
    }
  }

  private static void checkPublishableKey(StackAuthHeaders headers, StackAuthProject project) {
    Optional<String> key = headers.get("publishable-client-key").filter(k -> !k.equals(NO_KEY));
    if (key.isPresent()) {
      // A key that is sent must be right, even where none is needed.
      if (!project.keySets().accepts(AccessType.CLIENT, key.get(), project.now())) {
        throw KnownError.INVALID_PUBLISHABLE_CLIENT_KEY.failure("project_id", project.id());
      }
      return;
    }
    boolean unknownBranch =
        headers.get("branch-id").filter(branch -> !branch.equals(MAIN_BRANCH)).isPresent();
    if (project.settings().requirePublishableClientKey() || unknownBranch) {
      throw KnownError.PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT.failure(
          "project_id", project.id());
    }
  }

  private static void checkSecret(
      AccessType type,
      Optional<String> sent,
      StackAuthProject project,
      KnownError missing,
      KnownError wrong) {
    if (sent.filter(key -> !key.isEmpty()).isEmpty()) {
      throw missing.failure();
    }
    if (!project.keySets().accepts(type, sent.get(), project.now())) {
      throw wrong.failure("project_id", project.id());
    }
  }

  private static @Nullable StackAuthUser userOf(
      @Nullable AccessTokenClaims token, StackAuthProject project) {
    return token == null ? null : project.users().byId(token.userId()).orElse(null);
  }
}
