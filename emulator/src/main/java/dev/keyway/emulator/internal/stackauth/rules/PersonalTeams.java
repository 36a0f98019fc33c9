package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.stackauth.state.Team;
import dev.keyway.emulator.internal.state.Address;
import java.util.Optional;

/** The team that a new user gets where the project wants it so. */
final class PersonalTeams {
  /** Of somebody of whom neither name nor address is known. */
  private static final String USUAL_NAME = "Personal Team";

  private PersonalTeams() {}

  /** Makes the team of a new user, which becomes the one that they look at. */
  static void make(StackAuthProject project, StackAuthUser user) {
    if (!project.settings().createTeamOnSignUp()) {
      return;
    }
    Team team =
        new Team(
            project.context().random().uuid(),
            project.now(),
            Attributes.usual(StackAuthTeamRows.TEAM).with(StackAuthTeamRows.NAME, name(user)));
    project.teams().put(team);
    TeamRules.joinAsCreator(project, team, user);
    Events.teamCreated(project, team);
    user.set(StackAuthUserRows.SELECTED_TEAM_ID, Optional.of(team.id()));
  }

  /** Names the team of somebody who was anonymous after them, unless it has a name of its own. */
  static void rename(StackAuthProject project, StackAuthUser user) {
    project.teams().ofUser(user.id()).stream()
        .filter(team -> team.get(StackAuthTeamRows.NAME).equals(USUAL_NAME))
        .findFirst()
        .map(team -> team.with(team.attributes().with(StackAuthTeamRows.NAME, name(user))))
        .ifPresent(project.teams()::put);
  }

  private static String name(StackAuthUser user) {
    return user.get(StackAuthUserRows.DISPLAY_NAME)
        .or(() -> user.primaryEmail().map(Address::value))
        .map(owner -> owner + "'s Team")
        .orElse(USUAL_NAME);
  }
}
