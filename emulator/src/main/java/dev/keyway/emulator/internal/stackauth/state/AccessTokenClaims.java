package dev.keyway.emulator.internal.stackauth.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a genuine access token says. */
public record AccessTokenClaims(
    String projectId,
    String branchId,
    String userId,
    String sessionId,
    Instant expiresAt,
    boolean anonymous,
    boolean restricted,
    @Nullable String restrictedReason) {

  /** Reads claims whose signature was checked; empty if one is missing. */
  public static Optional<AccessTokenClaims> read(JsonNode claims, String projectId) {
    String userId = claims.path("sub").textValue();
    // Very old tokens spelt these two in camel case; the service still takes them.
    String sessionId =
        claims.path("refresh_token_id").asText(claims.path("refreshTokenId").asText());
    String branchId = claims.path("branch_id").asText(claims.path("branchId").asText("main"));
    if (userId == null || sessionId.isEmpty() || !claims.path("exp").isNumber()) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessTokenClaims(
            projectId,
            branchId,
            userId,
            sessionId,
            Instant.ofEpochSecond(claims.path("exp").longValue()),
            claims.path("is_anonymous").asBoolean(),
            claims.path("is_restricted").asBoolean(),
            claims.path("restricted_reason").path("type").textValue()));
  }

  public boolean expiredAt(Instant moment) {
    return !moment.isBefore(expiresAt);
  }

  /** Whether the claims contradict each other, which no token of the service does. */
  public boolean contradictory() {
    return (anonymous && !restricted) || (restricted != (restrictedReason != null));
  }
}
