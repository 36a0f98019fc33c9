package dev.keyway.emulator.seed;

import dev.keyway.emulator.internal.description.Description;
import dev.keyway.emulator.internal.description.Format;
import dev.keyway.emulator.stackauth.StackAuthSeed;
import dev.keyway.emulator.stytch.StytchSeed;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One world of a seed. */
public record WorldSeed(
    @Description(
            value = "What the world is called; different from the others of the file.",
            format = Format.NAME)
        String name,
    @Description("Its time; the machine's where this is left out.") @Nullable Clock clock,
    @Description("Its Stack Auth project.") @Nullable StackAuthSeed stackauth,
    @Description("Its Stytch project.") @Nullable StytchSeed stytch,
    @Description("The accounts that the consent page of the social providers offers.")
        List<Account> socialAccounts,
    @Description("Its users, oldest first.") List<UserSeed> users) {

  /** A world with nobody in it. */
  public static WorldSeed named(String name) {
    return new WorldSeed(name, null, null, null, List.of(), List.of());
  }

  /** The same under another name. */
  public WorldSeed withName(String other) {
    return new WorldSeed(other, clock, stackauth, stytch, socialAccounts, users);
  }

  /** The same with another Stack Auth project. */
  public WorldSeed with(StackAuthSeed project) {
    return new WorldSeed(name, clock, project, stytch, socialAccounts, users);
  }

  /** The same with another Stytch project. */
  public WorldSeed with(StytchSeed project) {
    return new WorldSeed(name, clock, stackauth, project, socialAccounts, users);
  }

  /** The same with other users. */
  public WorldSeed withUsers(List<UserSeed> others) {
    return new WorldSeed(name, clock, stackauth, stytch, socialAccounts, others);
  }

  /** The same with more users after those that are there. */
  public WorldSeed withMore(List<UserSeed> more) {
    return withUsers(Stream.concat(users.stream(), more.stream()).toList());
  }

  /** The same with other accounts at social providers. */
  public WorldSeed withSocialAccounts(List<Account> others) {
    return new WorldSeed(name, clock, stackauth, stytch, others, users);
  }

  /**
   * What requests name its projects with where that is pinned, by the place of each in the world.
   */
  Map<String, String> projectNames() {
    Map<String, String> names = new LinkedHashMap<>();
    if (stackauth != null) {
      put(names, "stackauth.projectId", stackauth.projectId());
    }
    if (stytch != null) {
      put(names, "stytch.projectId", stytch.projectId());
      put(names, "stytch.publicToken", stytch.publicToken());
    }
    return names;
  }

  /** The ids of its teams, by the place of each in the world. */
  Map<String, String> teamIds() {
    Map<String, String> ids = new LinkedHashMap<>();
    if (stackauth != null) {
      for (int i = 0; i < stackauth.teams().size(); i++) {
        put(ids, "stackauth.teams[" + i + "].id", stackauth.teams().get(i).id());
      }
    }
    return ids;
  }

  private static void put(Map<String, String> names, String place, @Nullable String name) {
    if (name != null) {
      names.put(place, name);
    }
  }

  /** A world's time: exactly one of the two. */
  public record Clock(
      @Description("The clock stands still at this moment.") @Nullable Instant frozenAt,
      @Description("The clock runs, this far ahead of the machine's; negative for behind.")
          @Nullable Duration offset) {}

  /** Somebody's account at a social provider. */
  public record Account(
      @Description("The provider's own id of the person.") String subject,
      @Description(value = "Their address there.", format = Format.EMAIL) String email,
      @Description("Whether the provider vouches for it; default true.")
          @Nullable Boolean emailVerified,
      @Description("Their full name.") @Nullable String name,
      @Description("Address of their picture.") @Nullable String pictureUrl,
      @Description("Their language; default en.") @Nullable String locale) {}
}
