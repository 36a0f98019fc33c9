package dev.keyway.providers.stackauth.wire;

import dev.keyway.AccessToken;
import dev.keyway.providers.http.Reads;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code auth/sessions} and the keys that access tokens are signed with. */
public interface SessionApi {

  /** Leaves nothing behind: the refresh token stays the same. */
  @Reads
  @RequestLine("POST /api/v1/auth/sessions/current/refresh")
  @Headers("x-stack-refresh-token: {refresh}")
  Refreshed refresh(@Param("refresh") String refresh);

  @RequestLine("DELETE /api/v1/auth/sessions/current")
  @Headers({"x-stack-access-token: {access}", "x-stack-allow-restricted-user: true"})
  void deleteCurrent(@Param("access") String access);

  @RequestLine("GET /api/v1/auth/sessions?user_id={user_id}")
  Sessions list(@Param("user_id") String userId);

  @RequestLine("DELETE /api/v1/auth/sessions/{session_id}?user_id={user_id}")
  void delete(@Param("session_id") String sessionId, @Param("user_id") String userId);

  /**
   * Keys differ by audience: without the parameter those of restricted and anonymous users lack.
   */
  @RequestLine("GET /api/v1/projects/{project_id}/.well-known/jwks.json?include_anonymous=true")
  String keys(@Param("project_id") String projectId);

  record Refreshed(AccessToken accessToken) {}

  record Sessions(List<Item> items) {}

  record Item(
      String id,
      String userId,
      @Nullable Long createdAt,
      @Nullable Long lastUsedAt,
      @Nullable Boolean isImpersonation) {}
}
