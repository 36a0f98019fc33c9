package dev.keyway.emulator.internal.stytch.seed;

import dev.keyway.emulator.internal.stytch.state.StytchKeys;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.seed.StytchSeed;
import dev.keyway.emulator.stytch.PasswordPolicy;
import dev.keyway.emulator.stytch.RedirectPurpose;
import dev.keyway.emulator.stytch.Role;
import dev.keyway.emulator.stytch.StytchSettings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Between a project's settings and seeds, which say only what differs from a new project. */
public final class StytchSettingsSeeds {
  private static final int USUAL_LENGTH = 8;
  private static final int USUAL_COMPLEXITY = 1;

  private StytchSettingsSeeds() {}

  /** The settings that a seed means. */
  public static StytchSettings settings(StytchSeed.@Nullable Settings seed) {
    StytchSettings usual = StytchSettings.defaults();
    if (seed == null) {
      return usual;
    }
    return new StytchSettings(
        or(seed.displayName(), usual.displayName()),
        urls(seed.redirectUrls(), usual),
        seed.passwordPolicy() == null ? usual.passwordPolicy() : policy(seed.passwordPolicy()),
        or(seed.breachDetection(), usual.breachDetection()),
        set(seed.breachedPasswords(), usual.breachedPasswords()),
        or(seed.lockThreshold(), usual.lockThreshold()),
        or(seed.lockDuration(), usual.lockDuration()),
        or(seed.longestSession(), usual.longestSession()),
        set(seed.phoneCallingCodes(), usual.phoneCallingCodes()),
        set(seed.oauthProviders(), usual.oauthProviders()),
        or(seed.embeddableMagicLinks(), usual.embeddableMagicLinks()),
        seed.roles() == null
            ? usual.roles()
            : seed.roles().stream().map(StytchSettingsSeeds::role).toList());
  }

  /** What a seed says of settings; null if they are a new project's. */
  public static StytchSeed.@Nullable Settings seed(StytchSettings settings) {
    StytchSettings usual = StytchSettings.defaults();
    if (settings.equals(usual)) {
      return null;
    }
    return new StytchSeed.Settings(
        unless(usual.displayName(), settings.displayName()),
        settings.redirectUrls().equals(usual.redirectUrls()) ? null : urls(settings, usual),
        settings.passwordPolicy().equals(usual.passwordPolicy())
            ? null
            : seed(settings.passwordPolicy()),
        unless(usual.breachDetection(), settings.breachDetection()),
        sorted(usual.breachedPasswords(), settings.breachedPasswords()),
        unless(usual.lockThreshold(), settings.lockThreshold()),
        unless(usual.lockDuration(), settings.lockDuration()),
        unless(usual.longestSession(), settings.longestSession()),
        sorted(usual.phoneCallingCodes(), settings.phoneCallingCodes()),
        sorted(usual.oauthProviders(), settings.oauthProviders()),
        unless(usual.embeddableMagicLinks(), settings.embeddableMagicLinks()),
        settings.roles().equals(usual.roles())
            ? null
            : settings.roles().stream().map(StytchSettingsSeeds::seed).toList());
  }

  /** What a seed says of a project: its keys, and its settings where they are not a new one's. */
  public static StytchSeed seed(StytchProject project) {
    return new StytchSeed(
        project.id(), project.secret(), project.publicToken(), seed(project.settings()));
  }

  /** The keys that a seed pins, and others where it does not. */
  public static StytchKeys keys(@Nullable StytchSeed seed, StytchKeys otherwise) {
    if (seed == null) {
      return otherwise;
    }
    return new StytchKeys(
        or(seed.projectId(), otherwise.projectId()),
        or(seed.secret(), otherwise.secret()),
        or(seed.publicToken(), otherwise.publicToken()));
  }

  /** The fields of a seed that pin something else than a project has. */
  public static List<String> differences(@Nullable StytchSeed seed, StytchProject project) {
    StytchKeys own = new StytchKeys(project.id(), project.secret(), project.publicToken());
    return keys(seed, own).equals(own) ? List.of() : List.of("stytch");
  }

  private static Map<RedirectPurpose, List<String>> urls(
      StytchSeed.@Nullable RedirectUrls seed, StytchSettings usual) {
    Map<RedirectPurpose, List<String>> urls = new EnumMap<>(usual.redirectUrls());
    if (seed != null) {
      put(urls, RedirectPurpose.LOGIN, seed.login());
      put(urls, RedirectPurpose.SIGNUP, seed.signup());
      put(urls, RedirectPurpose.INVITE, seed.invite());
      put(urls, RedirectPurpose.RESET_PASSWORD, seed.resetPassword());
    }
    return urls;
  }

  private static void put(
      Map<RedirectPurpose, List<String>> urls,
      RedirectPurpose purpose,
      @Nullable List<String> given) {
    if (given != null) {
      urls.put(purpose, given);
    }
  }

  private static StytchSeed.RedirectUrls urls(StytchSettings settings, StytchSettings usual) {
    return new StytchSeed.RedirectUrls(
        urls(settings, usual, RedirectPurpose.LOGIN),
        urls(settings, usual, RedirectPurpose.SIGNUP),
        urls(settings, usual, RedirectPurpose.INVITE),
        urls(settings, usual, RedirectPurpose.RESET_PASSWORD));
  }

  private static @Nullable List<String> urls(
      StytchSettings settings, StytchSettings usual, RedirectPurpose purpose) {
    return unless(usual.redirectUrls(purpose), settings.redirectUrls(purpose));
  }

  private static PasswordPolicy policy(StytchSeed.PasswordPolicy seed) {
    return seed.kind() == StytchSeed.PasswordPolicy.Kind.ZXCVBN
        ? PasswordPolicy.zxcvbn()
        : PasswordPolicy.luds(
            or(seed.minimumLength(), USUAL_LENGTH), or(seed.minimumComplexity(), USUAL_COMPLEXITY));
  }

  private static StytchSeed.PasswordPolicy seed(PasswordPolicy policy) {
    return policy.kind() == PasswordPolicy.Kind.ZXCVBN
        ? new StytchSeed.PasswordPolicy(StytchSeed.PasswordPolicy.Kind.ZXCVBN, null, null)
        : new StytchSeed.PasswordPolicy(
            StytchSeed.PasswordPolicy.Kind.LUDS,
            unless(USUAL_LENGTH, policy.minimumLength()),
            unless(USUAL_COMPLEXITY, policy.minimumComplexity()));
  }

  private static Role role(StytchSeed.Role seed) {
    return new Role(seed.id(), or(seed.description(), ""), or(seed.permissions(), Map.of()));
  }

  private static StytchSeed.Role seed(Role role) {
    return new StytchSeed.Role(
        role.id(), unless("", role.description()), unless(Map.of(), role.permissions()));
  }

  private static Set<String> set(@Nullable List<String> given, Set<String> usual) {
    return given == null ? usual : Set.copyOf(given);
  }

  private static @Nullable List<String> sorted(Set<String> usual, Set<String> values) {
    return values.equals(usual) ? null : values.stream().sorted().toList();
  }

  private static <T> T or(@Nullable T value, T usual) {
    return Objects.requireNonNullElse(value, usual);
  }

  private static <T> @Nullable T unless(T usual, T value) {
    return value.equals(usual) ? null : value;
  }
}
