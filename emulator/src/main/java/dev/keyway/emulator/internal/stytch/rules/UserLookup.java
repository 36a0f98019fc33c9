package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.route.VendorError;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.stytch.state.UserIndex;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the user that a request speaks of. */
public final class UserLookup {
  /** How a body selects a user, see {@link #selected}. */
  public static final List<Field<?>> SELECTION_FIELDS =
      List.of(UserFields.USER_ID, SessionInput.SESSION_TOKEN, SessionInput.SESSION_JWT);

  /** What {@link #require} refuses an id with. */
  public static final Set<StytchError> ERRORS =
      Set.of(StytchError.INVALID_USER_ID, StytchError.USER_NOT_FOUND);

  /** What {@link #selected} refuses a request with. */
  public static final Set<StytchError> SELECTION_ERRORS =
      VendorError.union(
          VendorError.union(ERRORS, SessionTokens.ERRORS),
          Set.of(StytchError.TOO_MANY_USER_SELECTION_ARGUMENTS));

  private UserLookup() {}

  /**
   * By user id or external id.
   *
   * @throws StytchFailure {@code invalid_user_id} or {@code user_not_found}
   */
  public static StytchUser require(StytchProject project, String userIdOrExternalId) {
    String id = Formats.userId(userIdOrExternalId);
    return project
        .users()
        .byId(id)
        .or(() -> project.handles().owner(UserIndex.Kind.EXTERNAL_ID, id))
        .orElseThrow(StytchError.USER_NOT_FOUND::failure);
  }

  public static Optional<StytchUser> byEmail(StytchProject project, String email) {
    return project.users().byIdentity(Address.Kind.EMAIL, email);
  }

  /** A user's address with a known value. */
  public static Address address(StytchUser user, Address.Kind kind, String value) {
    return user.address(kind, value)
        .orElseThrow(() -> new IllegalStateException("The index names a user without the address"));
  }

  /**
   * The user that a body selects by {@code user_id}, {@code session_token} or {@code session_jwt};
   * empty when it selects none.
   *
   * @throws StytchFailure {@code too_many_user_selection_arguments} if it does so twice
   */
  public static Optional<StytchUser> selected(StytchCall call) {
    Optional<String> userId = call.find(UserFields.USER_ID);
    Optional<String> token = call.find(SessionInput.SESSION_TOKEN);
    Optional<String> jwt = call.find(SessionInput.SESSION_JWT);
    int count =
        (userId.isPresent() ? 1 : 0) + (token.isPresent() ? 1 : 0) + (jwt.isPresent() ? 1 : 0);
    if (count > 1) {
      throw StytchError.TOO_MANY_USER_SELECTION_ARGUMENTS.failure();
    }
    return userId
        .map(id -> require(call.project(), id))
        .or(
            () ->
                SessionInput.existing(call)
                    .map(session -> require(call.project(), session.userId())));
  }
}
