package dev.keyway.providers.stytch.views;

import static dev.keyway.providers.http.ViewCalls.notNull;

import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.RenewalToken;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stytch.consumer.Rbac;
import dev.keyway.providers.stytch.consumer.RbacPolicy;
import dev.keyway.providers.stytch.consumer.RbacVerdict;
import dev.keyway.providers.stytch.rules.Checks;
import dev.keyway.providers.stytch.wire.RbacApi;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link Rbac} by the policy's route and the check of a session. */
final class RbacCalls implements Rbac {

  private final ViewCalls calls;
  private final RbacApi api;

  RbacCalls(ViewCalls calls, RbacApi api) {
    this.calls = calls;
    this.api = api;
  }

  @Override
  public RbacPolicy policy(CallOptions options) {
    return calls.call("stytch.rbac.policy", options, () -> policy(api.policy().policy()));
  }

  private static RbacPolicy policy(RbacApi.@Nullable Policy wire) {
    if (wire == null) {
      return new RbacPolicy(List.of(), List.of(), List.of());
    }
    return new RbacPolicy(
        given(wire.roles()).stream()
            .map(
                role ->
                    new RbacPolicy.Role(
                        role.roleId(),
                        orBlank(role.description()),
                        permissions(role.permissions())))
            .toList(),
        given(wire.resources()).stream()
            .map(
                resource ->
                    new RbacPolicy.Resource(
                        resource.resourceId(), orBlank(resource.description()), resource.actions()))
            .toList(),
        given(wire.scopes()).stream()
            .map(
                scope ->
                    new RbacPolicy.Scope(
                        scope.scope(),
                        orBlank(scope.description()),
                        permissions(scope.permissions())))
            .toList());
  }

  private static List<RbacPolicy.Permission> permissions(List<RbacApi.Permission> wire) {
    return wire.stream()
        .map(permission -> new RbacPolicy.Permission(permission.resourceId(), permission.actions()))
        .toList();
  }

  @Override
  public RbacVerdict check(
      RenewalToken session, String resource, String action, CallOptions options) {
    notNull(session, "session");
    notNull(resource, "resource");
    notNull(action, "action");
    RbacApi.Check body = new RbacApi.Check(session, new RbacApi.Action(resource, action));
    return calls.call(
        "stytch.rbac.check",
        options,
        () -> {
          try {
            RbacApi.@Nullable Verdict verdict = api.check(body).verdict();
            return verdict == null || !verdict.authorized()
                ? refused()
                : new RbacVerdict(
                    true, verdict.grantingRoles() == null ? Set.of() : verdict.grantingRoles());
          } catch (AuthException e) {
            if (Checks.isRefusal(e, "consumer_session_authorization_error")) {
              return refused();
            }
            throw e;
          }
        });
  }

  private static RbacVerdict refused() {
    return new RbacVerdict(false, Set.of());
  }

  private static <T> List<T> given(@Nullable List<T> items) {
    return items == null ? List.of() : items;
  }

  private static String orBlank(@Nullable String text) {
    return text == null ? "" : text;
  }
}
