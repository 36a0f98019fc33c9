package dev.keyway.providers.stytch.wire;

import dev.keyway.Secret;
import dev.keyway.providers.http.Reads;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code m2m} and the token endpoint. */
public interface MachineApi {

  @RequestLine("POST /v1/m2m/clients")
  Created create(Create body);

  @RequestLine("GET /v1/m2m/clients/{client}")
  Answered get(@Param("client") String client);

  @Reads
  @RequestLine("POST /v1/m2m/clients/search")
  Found search(Search body);

  @RequestLine("PUT /v1/m2m/clients/{client}")
  Answered update(@Param("client") String client, Update body);

  @RequestLine("POST /v1/m2m/clients/{client}/secrets/rotate/start")
  Rotating startRotation(@Param("client") String client);

  @RequestLine("POST /v1/m2m/clients/{client}/secrets/rotate")
  Answered finishRotation(@Param("client") String client);

  @RequestLine("POST /v1/m2m/clients/{client}/secrets/rotate/cancel")
  Answered cancelRotation(@Param("client") String client);

  /** Leaves nothing behind. */
  @Reads
  @RequestLine("POST /v1/public/{project}/oauth2/token")
  Granted token(@Param("project") String project, Grant body);

  record Create(String clientName, Set<String> scopes) {}

  record Update(String status) {}

  record Search(int limit, @Nullable String cursor) {}

  record Grant(String grantType, String clientId, Secret clientSecret, @Nullable String scope) {}

  record Answered(WireMachine m2mClient) {}

  record Created(WithSecret m2mClient) {}

  record WithSecret(String clientId, Secret clientSecret) {}

  record Rotating(WithNextSecret m2mClient) {}

  record WithNextSecret(String clientId, Secret nextClientSecret) {}

  record Found(List<WireMachine> m2mClients, Metadata resultsMetadata) {}

  record Metadata(@Nullable String nextCursor) {}

  record Granted(Secret accessToken, int expiresIn) {}

  /** A client as it is shown. */
  record WireMachine(
      String clientId,
      @Nullable String clientName,
      String status,
      List<String> scopes,
      @Nullable String clientSecretLastFour) {}
}
