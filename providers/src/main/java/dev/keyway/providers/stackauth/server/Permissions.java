package dev.keyway.providers.stackauth.server;

import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.UserId;
import java.util.Set;

/**
 * What users may do, in the project and in their teams.
 *
 * <p>A permission that is not defined, and one that a user lacks when it is taken away, is {@link
 * ErrorCode#RESOURCE_NOT_FOUND}; one of teams that is given in the project, or the reverse, is
 * {@link ErrorCode#INVALID_ARGUMENT}.
 *
 * @see StackAuthServer#permissions()
 * @see <a href="https://docs.stack-auth.com/docs/apps/rbac">Stack Auth: RBAC</a>
 */
public interface Permissions {

  /**
   * What a user may do in the project; nothing for a user who is not there.
   *
   * @param user who
   * @param contained whether to add what the permissions contain
   * @param options the timeout
   */
  Set<PermissionId> list(UserId user, boolean contained, CallOptions options);

  /** Lets a user do something; again is no error. Fails with {@link ErrorCode#USER_NOT_FOUND}. */
  void grant(UserId user, PermissionId permission, CallOptions options);

  /** Takes a permission away. */
  void revoke(UserId user, PermissionId permission, CallOptions options);

  /**
   * What a user may do in a team; nothing for who is no member.
   *
   * @param team where
   * @param user who
   * @param contained whether to add what the permissions contain
   * @param options the timeout
   */
  Set<PermissionId> listInTeam(TeamId team, UserId user, boolean contained, CallOptions options);

  /**
   * Lets a member do something in a team; again is no error. Fails with {@link
   * ErrorCode#RESOURCE_NOT_FOUND} for who is no member.
   */
  void grantInTeam(TeamId team, UserId user, PermissionId permission, CallOptions options);

  /** Takes a permission in a team away. */
  void revokeInTeam(TeamId team, UserId user, PermissionId permission, CallOptions options);
}
