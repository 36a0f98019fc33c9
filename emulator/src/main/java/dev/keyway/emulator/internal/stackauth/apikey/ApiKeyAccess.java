package dev.keyway.emulator.internal.stackauth.apikey;

import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.rules.PermissionScope;
import dev.keyway.emulator.internal.stackauth.rules.Permissions;
import dev.keyway.emulator.internal.stackauth.state.ApiKey;
import dev.keyway.emulator.internal.stackauth.state.ApiKey.Holder;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.stackauth.StackAuthSettings;

/** Which keys there are, and who may handle them. */
final class ApiKeyAccess {
  private ApiKeyAccess() {}

  /** Refuses where the project wants no such keys. */
  static void requireEnabled(StackAuthCall call, Holder holder) {
    StackAuthSettings settings = call.project().settings();
    if (!(holder == Holder.USER ? settings.allowUserApiKeys() : settings.allowTeamApiKeys())) {
      throw StackAuthFailure.text(
          400,
          (holder == Holder.USER ? "User" : "Team")
              + " API keys are not enabled for this project.");
    }
  }

  /** Refuses clients who may not handle what somebody holds. */
  static void requireManageable(StackAuthCall call, Holder holder, String holderId) {
    if (!call.fromClient()) {
      return;
    }
    StackAuthUser user = call.user().orElseThrow(KnownError.USER_AUTHENTICATION_REQUIRED::failure);
    if (holder == Holder.USER && !user.id().equals(holderId)) {
      throw StackAuthFailure.text(403, "Client can only manage their own api keys");
    }
    if (holder == Holder.TEAM && !managesKeys(call.project(), holderId, user)) {
      throw KnownError.API_KEY_NOT_FOUND
          .failure()
          .because("The user may not manage the keys of the team, which the caller is not told.");
    }
  }

  private static boolean managesKeys(StackAuthProject project, String teamId, StackAuthUser user) {
    return project
        .teams()
        .membership(teamId, user.id())
        .filter(
            member ->
                Permissions.effective(project, PermissionScope.TEAM, member.permissions())
                    .contains(Permissions.MANAGE_API_KEYS))
        .isPresent();
  }

  /** The keys of a user or team go with it. */
  static boolean isHeld(StackAuthProject project, ApiKey key) {
    return exists(project, key.holder(), key.holderId());
  }

  static boolean exists(StackAuthProject project, Holder holder, String id) {
    return holder == Holder.USER
        ? project.users().byId(id).isPresent()
        : project.teams().byId(id).isPresent();
  }
}
