package dev.keyway.providers.stytch.wire;

import dev.keyway.RenewalToken;
import dev.keyway.providers.http.Reads;
import feign.RequestLine;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code rbac}, and the question whether a session allows something. */
public interface RbacApi {

  @RequestLine("GET /v1/rbac/policy")
  Answered policy();

  @Reads
  @RequestLine("POST /v1/sessions/authenticate")
  Checked check(Check body);

  record Check(RenewalToken sessionToken, Action authorizationCheck) {}

  record Action(String resourceId, String action) {}

  record Checked(@Nullable Verdict verdict) {}

  record Verdict(boolean authorized, @Nullable Set<String> grantingRoles) {}

  record Answered(@Nullable Policy policy) {}

  record Policy(
      @Nullable List<Role> roles,
      @Nullable List<Resource> resources,
      @Nullable List<Scope> scopes) {}

  record Role(String roleId, @Nullable String description, List<Permission> permissions) {}

  record Resource(String resourceId, @Nullable String description, Set<String> actions) {}

  record Scope(String scope, @Nullable String description, List<Permission> permissions) {}

  record Permission(String resourceId, Set<String> actions) {}
}
