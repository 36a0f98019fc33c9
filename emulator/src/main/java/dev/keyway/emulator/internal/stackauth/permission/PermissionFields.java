package dev.keyway.emulator.internal.stackauth.permission;

import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.stackauth.protocol.Fields;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.rules.PermissionScope;
import dev.keyway.emulator.internal.stackauth.rules.Permissions;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;

/** What the routes of permissions have in common. */
final class PermissionFields {
  static final Pattern ID_FORM = Pattern.compile("^\\$?[a-z0-9_:]+$");
  static final Field<String> ID = Field.text("id").matching(ID_FORM);
  static final Field<String> DESCRIPTION = Field.text("description").nullable();
  static final Field<List<String>> CONTAINED =
      Field.listOf("contained_permission_ids", Type.text());

  static final Field<String> USER_ID = Fields.userId("user_id");
  static final Field<String> PERMISSION_ID = Field.text("permission_id").matching(ID_FORM);
  static final Field<String> RECURSIVE = Field.choice("recursive", "true", "false");

  private PermissionFields() {}

  /** The user whose permissions are asked for; clients may ask for their own only. */
  static Optional<String> readable(StackAuthCall call) {
    Optional<String> userId = call.parameter(USER_ID).map(call::userId);
    if (call.fromClient() && !userId.equals(Optional.of(call.me().id()))) {
      throw StackAuthFailure.text(
          403,
          "Client can only list permissions for their own user. user_id must be either \"me\" or"
              + " the ID of the current user");
    }
    return userId;
  }

  /** Of what was granted, what the query asks for. */
  static SortedSet<String> asked(
      StackAuthCall call, PermissionScope scope, Collection<String> granted) {
    StackAuthProject project = call.project();
    boolean recursive = call.parameter(RECURSIVE).filter("true"::equals).isPresent();
    SortedSet<String> all =
        recursive
            ? Permissions.effective(project, scope, granted)
            : Permissions.direct(project, scope, granted);
    call.parameter(PERMISSION_ID).ifPresent(id -> all.removeIf(held -> !held.equals(id)));
    return all;
  }
}
