package dev.keyway.providers.stackauth.wire;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code users} and {@code contact-channels}. */
public interface UserApi {

  /** The user of an access token, whatever kind of user that is. */
  @RequestLine("GET /api/v1/users/me")
  @Headers({
    "x-stack-access-token: {access}",
    "x-stack-allow-anonymous-user: true",
    "x-stack-allow-restricted-user: true"
  })
  WireUser me(@Param("access") String access);

  @RequestLine("GET /api/v1/users/{user_id}")
  WireUser get(@Param("user_id") String userId);

  @RequestLine("POST /api/v1/users")
  WireUser create(Map<String, @Nullable Object> body);

  /** What is null is taken away, what is absent stays. */
  @RequestLine("PATCH /api/v1/users/{user_id}")
  WireUser update(@Param("user_id") String userId, Map<String, @Nullable Object> body);

  @RequestLine("DELETE /api/v1/users/{user_id}")
  void delete(@Param("user_id") String userId);

  @RequestLine(
      "GET /api/v1/users?limit={limit}&cursor={cursor}&query={query}&include_restricted={restricted}"
          + "&order_by=signed_up_at&desc=true")
  WireUsers list(
      @Param("limit") int limit,
      @Param("cursor") @Nullable String cursor,
      @Param("query") @Nullable String query,
      @Param("restricted") boolean includeRestricted);

  @RequestLine("GET /api/v1/contact-channels?user_id={user_id}")
  Channels channels(@Param("user_id") String userId);

  record WireUsers(List<WireUser> items, @Nullable Pagination pagination) {

    public @Nullable String nextCursor() {
      return pagination == null ? null : pagination.nextCursor();
    }
  }

  record Pagination(@Nullable String nextCursor) {}

  record Channels(List<Channel> items) {}

  record Channel(String value, @Nullable Boolean usedForAuth) {}
}
