package dev.keyway.providers.stytch.wire;

import dev.keyway.providers.http.Reads;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code users}. */
public interface UserApi {

  @RequestLine("POST /v1/users")
  Changed create(Create body);

  /** Alone among the routes, it answers with the user's fields at the top of the body. */
  @RequestLine("GET /v1/users/{user}")
  WireUser get(@Param("user") String user);

  @Reads
  @RequestLine("POST /v1/users/search")
  Found search(Search body);

  @RequestLine("PUT /v1/users/{user}")
  Changed update(@Param("user") String user, Update body);

  @RequestLine("DELETE /v1/users/{user}")
  void delete(@Param("user") String user);

  @RequestLine("DELETE /v1/users/totps/{totp}")
  void deleteTotp(@Param("totp") String totp);

  @RequestLine("DELETE /v1/users/webauthn_registrations/{registration}")
  void deletePasskey(@Param("registration") String registration);

  record Create(
      @Nullable String email,
      @Nullable String phoneNumber,
      WireUser.@Nullable Name name,
      @Nullable Map<String, @Nullable Object> trustedMetadata,
      @Nullable Map<String, @Nullable Object> untrustedMetadata,
      @Nullable String externalId) {}

  record Update(
      WireUser.@Nullable Name name,
      @Nullable Map<String, @Nullable Object> trustedMetadata,
      @Nullable Map<String, @Nullable Object> untrustedMetadata,
      @Nullable String externalId) {}

  record Changed(WireUser user) {}

  record Search(int limit, @Nullable String cursor, @Nullable Query query) {}

  record Query(String operator, List<Filter> operands) {

    public static Query of(String filterName, Object filterValue) {
      return new Query("AND", List.of(new Filter(filterName, filterValue)));
    }
  }

  record Filter(String filterName, Object filterValue) {}

  record Found(List<WireUser> results, Metadata resultsMetadata) {}

  record Metadata(@Nullable String nextCursor) {}
}
