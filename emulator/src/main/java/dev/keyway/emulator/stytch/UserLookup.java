package dev.keyway.emulator.stytch;

import java.util.regex.Pattern;

/** Finds the user whom a request names. */
final class UserLookup {
  private static final Pattern ID =
      Pattern.compile(
          "user-(?:test|live)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private UserLookup() {}

  /** By id, or by external id, which is taken wherever an id is. */
  static StytchUser require(StytchProject project, String idOrExternalId) {
    if (ID.matcher(idOrExternalId).matches()) {
      return project.people().byId(idOrExternalId).orElseThrow(StytchError.USER_NOT_FOUND::failure);
    }
    return project.byExternalId(idOrExternalId).orElseThrow(StytchError.INVALID_USER_ID::failure);
  }
}
