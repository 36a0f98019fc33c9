package dev.keyway.providers.stackauth.wire;

import dev.keyway.Secret;
import dev.keyway.providers.http.Reads;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code user-api-keys}. */
public interface ApiKeyApi {

  /** The expiry must be named, if only as null. */
  @RequestLine("POST /api/v1/user-api-keys")
  Created create(Map<String, @Nullable Object> body);

  @RequestLine("GET /api/v1/user-api-keys?user_id={user_id}")
  Keys list(@Param("user_id") String userId);

  @RequestLine("GET /api/v1/user-api-keys/{id}")
  WireKey get(@Param("id") String id);

  @RequestLine("PATCH /api/v1/user-api-keys/{id}")
  WireKey update(@Param("id") String id, Update body);

  @Reads
  @RequestLine("POST /api/v1/user-api-keys/check")
  WireKey check(Check body);

  record Update(boolean revoked) {}

  record Check(Secret apiKey) {}

  record Keys(List<WireKey> items) {}

  /** A key with its value, which is told this once. */
  record Created(
      String id,
      String userId,
      Secret value,
      Long createdAtMillis,
      @Nullable Long expiresAtMillis) {}

  /** A key as it is shown later. */
  record WireKey(
      String id,
      String userId,
      @Nullable String description,
      Ending value,
      Long createdAtMillis,
      @Nullable Long expiresAtMillis,
      @Nullable Long manuallyRevokedAtMillis) {}

  record Ending(@Nullable String lastFour) {}
}
