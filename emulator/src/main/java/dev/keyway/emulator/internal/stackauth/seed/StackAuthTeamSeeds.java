package dev.keyway.emulator.internal.stackauth.seed;

import static dev.keyway.emulator.internal.seed.Normalized.moment;

import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.seed.Defaults;
import dev.keyway.emulator.internal.seed.LocatedUser;
import dev.keyway.emulator.internal.seed.SeedConflict;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.state.ApiKey;
import dev.keyway.emulator.internal.stackauth.state.Membership;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.stackauth.state.Team;
import dev.keyway.emulator.stackauth.StackAuthSeed;
import dev.keyway.emulator.stackauth.StackAuthUserSeed;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Between a project's teams and seeds. The caller holds the project's lock. */
public final class StackAuthTeamSeeds {
  private StackAuthTeamSeeds() {}

  /** Teams with nothing left open, in the order in which they come out again. */
  public static List<StackAuthSeed.Team> explicit(List<StackAuthSeed.Team> teams, Instant now) {
    return teams.stream()
        .map(
            team ->
                new StackAuthSeed.Team(
                    team.id(),
                    Defaults.or(team.createdAt(), now),
                    team.attributes(),
                    keys(team.id(), Defaults.or(team.createdAt(), now)).explicit(team.apiKeys())))
        .sorted(Comparator.comparing(team -> moment(team.createdAt())))
        .toList();
  }

  /** The first user who is in a team that there is not; empty if nobody is. */
  public static Optional<SeedConflict> conflict(
      StackAuthProject project, List<StackAuthSeed.Team> teams, List<LocatedUser> users) {
    Set<String> known = new HashSet<>(teams.stream().map(StackAuthSeed.Team::id).toList());
    project.teams().all().forEach(team -> known.add(team.id()));
    for (LocatedUser located : users) {
      StackAuthUserSeed own = Objects.requireNonNull(located.user().stackauth(), "stackauth");
      for (int i = 0; i < own.teams().size(); i++) {
        if (!known.contains(own.teams().get(i).team())) {
          return located.conflict(".stackauth.teams[" + i + "].team", "is no team of this world");
        }
      }
    }
    return Optional.empty();
  }

  /** The first key of a team that is another's already; empty if none is. */
  public static Optional<SeedConflict> keyConflict(
      StackAuthProject project, List<StackAuthSeed.Team> teams, String path) {
    for (int i = 0; i < teams.size(); i++) {
      StackAuthSeed.Team team = teams.get(i);
      Optional<SeedConflict> conflict =
          keys(team.id(), moment(team.createdAt()))
              .conflict(project, team.apiKeys(), path + ".stackauth.teams[" + i + "].apiKeys");
      if (conflict.isPresent()) {
        return conflict;
      }
    }
    return Optional.empty();
  }

  private static ApiKeySeeds keys(String teamId, Instant createdAt) {
    return new ApiKeySeeds(ApiKey.Holder.TEAM, teamId, createdAt);
  }

  /** Adds teams, and changes those that are there. */
  public static void load(StackAuthProject project, List<StackAuthSeed.Team> teams) {
    for (StackAuthSeed.Team team : teams) {
      project
          .teams()
          .put(
              new Team(
                  team.id(),
                  moment(team.createdAt()),
                  Attributes.usual(StackAuthTeamRows.TEAM).with(team.attributes())));
      keys(team.id(), moment(team.createdAt())).load(project, team.apiKeys());
    }
  }

  /** All teams, oldest first. */
  public static List<StackAuthSeed.Team> export(StackAuthProject project) {
    return project.teams().all().stream()
        .map(
            team ->
                new StackAuthSeed.Team(
                    team.id(),
                    team.createdAt(),
                    team.attributes().brief(),
                    keys(team.id(), team.createdAt()).export(project)))
        .toList();
  }

  /**
   * Memberships with nothing left open, in the order in which they come out again.
   *
   * @param joinedAt since when a user is in a team where nothing else is said
   * @param granted what is granted where nothing else is said
   */
  static List<StackAuthUserSeed.Membership> explicit(
      List<StackAuthUserSeed.Membership> memberships, Instant joinedAt, List<String> granted) {
    return memberships.stream()
        .sorted(Comparator.comparing(member -> Defaults.or(member.joinedAt(), joinedAt)))
        .map(
            member ->
                new StackAuthUserSeed.Membership(
                    member.team(),
                    Defaults.unless(joinedAt, member.joinedAt()),
                    List.copyOf(new TreeSet<>(permissions(member.permissions(), granted))),
                    member.attributes()))
        .toList();
  }

  /** Makes a user a member of the teams of their seed. */
  static void join(
      StackAuthProject project, StackAuthUser user, List<StackAuthUserSeed.Membership> seeds) {
    for (StackAuthUserSeed.Membership seed : seeds) {
      project
          .teams()
          .put(
              new Membership(
                  seed.team(),
                  user.id(),
                  Defaults.or(seed.joinedAt(), user.createdAt()),
                  Attributes.usual(StackAuthTeamRows.PROFILE).with(seed.attributes()),
                  permissions(seed.permissions(), List.of())));
    }
  }

  /** What a user is in their teams. */
  static List<StackAuthUserSeed.Membership> export(StackAuthProject project, StackAuthUser user) {
    return project.teams().memberships(user.id()).stream()
        .map(
            member ->
                new StackAuthUserSeed.Membership(
                    member.teamId(),
                    member.joinedAt(),
                    member.permissions(),
                    member.profile().brief()))
        .toList();
  }

  private static List<String> permissions(@Nullable List<String> said, List<String> otherwise) {
    return said == null ? otherwise : said;
  }
}
