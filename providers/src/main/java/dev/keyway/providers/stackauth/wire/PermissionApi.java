package dev.keyway.providers.stackauth.wire;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Permissions of users, and their definitions, which are the administrator's. */
public interface PermissionApi {

  @RequestLine("GET /api/v1/project-permissions?user_id={user}&recursive={recursive}")
  Held held(@Param("user") String user, @Param("recursive") boolean recursive);

  @RequestLine("POST /api/v1/project-permissions/{user}/{permission}")
  Permission grant(
      @Param("user") String user, @Param("permission") String permission, Map<String, String> none);

  @RequestLine("DELETE /api/v1/project-permissions/{user}/{permission}")
  void revoke(@Param("user") String user, @Param("permission") String permission);

  @RequestLine("GET /api/v1/team-permissions?team_id={team}&user_id={user}&recursive={recursive}")
  Held heldInTeam(
      @Param("team") String team,
      @Param("user") String user,
      @Param("recursive") boolean recursive);

  @RequestLine("POST /api/v1/team-permissions/{team}/{user}/{permission}")
  Permission grantInTeam(
      @Param("team") String team,
      @Param("user") String user,
      @Param("permission") String permission,
      Map<String, String> none);

  @RequestLine("DELETE /api/v1/team-permissions/{team}/{user}/{permission}")
  void revokeInTeam(
      @Param("team") String team,
      @Param("user") String user,
      @Param("permission") String permission);

  @RequestLine("GET /api/v1/{scope}-permission-definitions")
  @Headers({"x-stack-access-type: admin", "x-stack-super-secret-admin-key: {key}"})
  Definitions definitions(@Param("key") String key, @Param("scope") String scope);

  @RequestLine("POST /api/v1/{scope}-permission-definitions")
  @Headers({"x-stack-access-type: admin", "x-stack-super-secret-admin-key: {key}"})
  Definition define(@Param("key") String key, @Param("scope") String scope, Define body);

  @RequestLine("PATCH /api/v1/{scope}-permission-definitions/{permission}")
  @Headers({"x-stack-access-type: admin", "x-stack-super-secret-admin-key: {key}"})
  Definition redefine(
      @Param("key") String key,
      @Param("scope") String scope,
      @Param("permission") String permission,
      Redefine body);

  @RequestLine("DELETE /api/v1/{scope}-permission-definitions/{permission}")
  @Headers({"x-stack-access-type: admin", "x-stack-super-secret-admin-key: {key}"})
  void undefine(
      @Param("key") String key,
      @Param("scope") String scope,
      @Param("permission") String permission);

  record Held(List<Permission> items) {}

  record Permission(String id, String userId) {}

  record Define(String id, @Nullable String description, List<String> containedPermissionIds) {}

  record Redefine(@Nullable String description, List<String> containedPermissionIds) {}

  record Definitions(List<Definition> items) {}

  record Definition(String id, @Nullable String description, List<String> containedPermissionIds) {}
}
