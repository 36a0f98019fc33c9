package dev.keyway.providers.stackauth.server;

import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import java.util.List;

/**
 * Which permissions there are. These calls act as the project's administrator: they need {@code
 * keyway.stack-auth.super-secret-admin-key}, and without it fail with {@link
 * ErrorCode#CONFIGURATION_INVALID}, unsent.
 *
 * @see StackAuthServer#permissionDefinitions()
 * @see <a href="https://docs.stack-auth.com/docs/apps/rbac">Stack Auth: RBAC</a>
 */
public interface PermissionDefinitions {

  /** All of a scope, with Stack Auth's own. */
  List<PermissionDefinition> list(PermissionScope scope, CallOptions options);

  /**
   * Defines a permission.
   *
   * <p>Fails with {@link ErrorCode#RESOURCE_ALREADY_EXISTS}; with {@link
   * ErrorCode#RESOURCE_NOT_FOUND} where it contains one that is not defined.
   */
  PermissionDefinition create(
      PermissionScope scope, PermissionDefinition definition, CallOptions options);

  /** Replaces what is said of a permission. Fails as {@link #create}, or when it is not there. */
  PermissionDefinition update(
      PermissionScope scope, PermissionDefinition definition, CallOptions options);

  /** Takes a permission away, from all who have it. */
  void delete(PermissionScope scope, PermissionId permission, CallOptions options);
}
