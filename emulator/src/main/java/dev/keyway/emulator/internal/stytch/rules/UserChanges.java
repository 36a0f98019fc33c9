package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.stytch.state.UserIndex;
import dev.keyway.emulator.stytch.Role;
import java.util.List;
import java.util.Optional;

/** Changes of users that several routes make. */
public final class UserChanges {
  private UserChanges() {}

  /**
   * Roles that may be given to a user.
   *
   * @throws StytchFailure {@code invalid_rbac_role_assignment} if one is not in the policy
   */
  public static List<String> roles(StytchProject project, List<String> asked) {
    List<String> known = project.settings().roles().stream().map(Role::id).toList();
    if (!known.containsAll(asked)) {
      throw StytchError.INVALID_RBAC_ROLE_ASSIGNMENT.failure();
    }
    return asked.stream().distinct().toList();
  }

  public static void requireFreeExternalId(StytchProject project, String id) {
    if (project.handles().owner(UserIndex.Kind.EXTERNAL_ID, id).isPresent()) {
      throw StytchError.DUPLICATE_USER_EXTERNAL_ID.failure();
    }
  }

  public static void requireFreeNumber(
      StytchProject project, String number, Optional<StytchUser> butFor) {
    project
        .users()
        .byIdentity(Address.Kind.PHONE, number)
        .filter(owner -> butFor.isEmpty() || butFor.get() != owner)
        .ifPresent(
            owner -> {
              throw StytchError.DUPLICATE_PHONE_NUMBER.failure();
            });
  }

  /** Gives a user an external id in place of the one before. */
  public static void externalId(StytchProject project, StytchUser user, String id) {
    if (user.get(StytchUserRows.EXTERNAL_ID).filter(id::equals).isPresent()) {
      return;
    }
    requireFreeExternalId(project, id);
    dropExternalId(project, user);
    project.handles().claim(UserIndex.Kind.EXTERNAL_ID, id, user);
    user.set(StytchUserRows.EXTERNAL_ID, Optional.of(id));
  }

  public static void dropExternalId(StytchProject project, StytchUser user) {
    user.get(StytchUserRows.EXTERNAL_ID)
        .ifPresent(id -> project.handles().release(UserIndex.Kind.EXTERNAL_ID, id));
    user.set(StytchUserRows.EXTERNAL_ID, Optional.empty());
  }
}
