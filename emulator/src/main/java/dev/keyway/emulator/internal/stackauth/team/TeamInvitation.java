package dev.keyway.emulator.internal.stackauth.team;

import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a code of an invitation stands for.
 *
 * @param id what the invitation is called where its code is not told
 * @param teamId where to
 * @param email where the mail went, as it was sent
 */
record TeamInvitation(String id, String teamId, String email) {
  static final CodeKind<TeamInvitation> KIND = new CodeKind<>("TEAM_INVITATION");

  /** Those that can be accepted, oldest first. */
  static Stream<OneTimeCode<TeamInvitation>> living(StackAuthProject project) {
    return project.codes().all(KIND).stream()
        .filter(code -> !code.spent() && !code.expiredAt(project.now()));
  }

  /** The invitation of that id, expired and accepted ones included. */
  static Optional<OneTimeCode<TeamInvitation>> find(StackAuthProject project, String id) {
    return project.codes().all(KIND).stream()
        .filter(code -> code.facts().id().equalsIgnoreCase(id))
        .findFirst();
  }
}
