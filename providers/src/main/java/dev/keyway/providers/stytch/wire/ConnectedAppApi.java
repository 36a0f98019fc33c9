package dev.keyway.providers.stytch.wire;

import dev.keyway.Secret;
import dev.keyway.providers.http.Reads;
import feign.Param;
import feign.RequestLine;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code connected_apps}, and those of a user. */
public interface ConnectedAppApi {

  @RequestLine("POST /v1/connected_apps/clients")
  Created create(Create body);

  @RequestLine("GET /v1/connected_apps/clients/{app}")
  Answered get(@Param("app") String app);

  @Reads
  @RequestLine("POST /v1/connected_apps/clients/search")
  Found search(Search body);

  @RequestLine("PUT /v1/connected_apps/clients/{app}")
  Answered update(@Param("app") String app, Details body);

  @RequestLine("DELETE /v1/connected_apps/clients/{app}")
  void delete(@Param("app") String app);

  @RequestLine("POST /v1/connected_apps/clients/{app}/secrets/rotate/start")
  Rotating startRotation(@Param("app") String app);

  @RequestLine("POST /v1/connected_apps/clients/{app}/secrets/rotate")
  Answered finishRotation(@Param("app") String app);

  @RequestLine("POST /v1/connected_apps/clients/{app}/secrets/rotate/cancel")
  Answered cancelRotation(@Param("app") String app);

  @RequestLine("GET /v1/users/{user}/connected_apps")
  Granted ofUser(@Param("user") String user);

  @RequestLine("POST /v1/users/{user}/connected_apps/{app}/revoke")
  void revoke(@Param("user") String user, @Param("app") String app);

  record Create(
      String clientType,
      @Nullable String clientName,
      @Nullable String clientDescription,
      @Nullable List<URI> redirectUrls,
      @Nullable Boolean fullAccessAllowed,
      @Nullable Integer accessTokenExpiryMinutes) {}

  record Details(
      @Nullable String clientName,
      @Nullable String clientDescription,
      @Nullable List<URI> redirectUrls,
      @Nullable Boolean fullAccessAllowed,
      @Nullable Integer accessTokenExpiryMinutes) {}

  record Search(int limit, @Nullable String cursor) {}

  record Created(App connectedApp) {}

  record Answered(App connectedApp) {}

  record Rotating(NextSecret connectedApp) {}

  record NextSecret(String clientId, Secret nextClientSecret) {}

  record Found(List<App> connectedApps, Metadata resultsMetadata) {}

  record Metadata(@Nullable String nextCursor) {}

  record App(
      String clientId,
      String clientType,
      @Nullable String clientName,
      @Nullable String clientDescription,
      List<String> redirectUrls,
      boolean fullAccessAllowed,
      int accessTokenExpiryMinutes,
      @Nullable Secret clientSecret,
      @Nullable String clientSecretLastFour) {}

  record Granted(List<Grant> connectedApps) {}

  record Grant(String connectedAppId, @Nullable String name, String scopesGranted) {}
}
