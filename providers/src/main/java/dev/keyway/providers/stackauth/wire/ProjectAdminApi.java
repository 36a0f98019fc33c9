package dev.keyway.providers.stackauth.wire;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code internal}: what is the administrator's of the project. */
public interface ProjectAdminApi {

  @RequestLine("PATCH /api/v1/internal/projects/current")
  @Headers({"x-stack-access-type: admin", "x-stack-super-secret-admin-key: {key}"})
  CurrentProjectApi.Current update(@Param("key") String key, Update body);

  @RequestLine("GET /api/v1/internal/config")
  @Headers({"x-stack-access-type: admin", "x-stack-super-secret-admin-key: {key}"})
  Configured configuration(@Param("key") String key);

  @RequestLine("PATCH /api/v1/internal/config/override/{level}")
  @Headers({"x-stack-access-type: admin", "x-stack-super-secret-admin-key: {key}"})
  Done configure(@Param("key") String key, @Param("level") String level, Configure body);

  record Update(@Nullable String displayName, @Nullable Config config) {}

  record Config(
      @Nullable Boolean signUpEnabled,
      @Nullable Boolean credentialEnabled,
      @Nullable Boolean magicLinkEnabled,
      @Nullable Boolean passkeyEnabled,
      @Nullable Boolean allowUserApiKeys,
      @Nullable Boolean allowTeamApiKeys,
      @Nullable List<Domain> domains) {}

  record Domain(String domain, String handlerPath) {}

  record Configured(String configString) {

    /** Without the configuration, which may hold secrets. */
    @Override
    public String toString() {
      return "Configured";
    }
  }

  record Configure(String configOverrideString) {

    /** Without the values, which may be secrets. */
    @Override
    public String toString() {
      return "Configure";
    }
  }

  record Done(boolean success) {}
}
