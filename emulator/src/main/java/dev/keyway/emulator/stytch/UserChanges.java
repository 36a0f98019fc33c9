package dev.keyway.emulator.stytch;

import dev.keyway.emulator.core.Address;
import java.util.List;
import java.util.Optional;

/** Changes of users that several routes make. */
final class UserChanges {
  private UserChanges() {}

  /**
   * Roles that may be given to a user.
   *
   * @throws StytchFailure {@code invalid_rbac_role_assignment} if one is not in the policy
   */
  static List<String> roles(StytchProject project, List<String> asked) {
    List<String> known = project.settings().roles().stream().map(Role::id).toList();
    if (!known.containsAll(asked)) {
      throw StytchError.INVALID_RBAC_ROLE_ASSIGNMENT.failure();
    }
    return asked.stream().distinct().toList();
  }

  static void requireFreeExternalId(StytchProject project, String id) {
    if (project.handles().owner(Handles.Kind.EXTERNAL_ID, id).isPresent()) {
      throw StytchError.DUPLICATE_USER_EXTERNAL_ID.failure();
    }
  }

  static void requireFreeNumber(StytchProject project, String number, Optional<StytchUser> butFor) {
    project
        .people()
        .byIdentity(Address.Kind.PHONE, number)
        .filter(owner -> butFor.isEmpty() || butFor.get() != owner)
        .ifPresent(
            owner -> {
              throw StytchError.DUPLICATE_PHONE_NUMBER.failure();
            });
  }

  /** Gives a user an external id in place of the one before. */
  static void externalId(StytchProject project, StytchUser user, String id) {
    if (id.equals(user.externalId)) {
      return;
    }
    requireFreeExternalId(project, id);
    dropExternalId(project, user);
    project.handles().claim(Handles.Kind.EXTERNAL_ID, id, user);
    user.externalId = id;
  }

  static void dropExternalId(StytchProject project, StytchUser user) {
    if (user.externalId != null) {
      project.handles().release(Handles.Kind.EXTERNAL_ID, user.externalId);
      user.externalId = null;
    }
  }
}
