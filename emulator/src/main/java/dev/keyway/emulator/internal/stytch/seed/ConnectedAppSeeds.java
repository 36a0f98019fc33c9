package dev.keyway.emulator.internal.stytch.seed;

import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.seed.Defaults;
import dev.keyway.emulator.internal.seed.LocatedUser;
import dev.keyway.emulator.internal.seed.SeedConflict;
import dev.keyway.emulator.internal.stytch.state.ClientSecrets;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp.Details;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.stytch.ConnectedAppSeed;
import dev.keyway.emulator.stytch.StytchUserSeed;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Between a project's connected apps, with what users allowed them, and seeds. The caller holds the
 * project's lock.
 */
public final class ConnectedAppSeeds {
  private static final int SECRET_BYTES = 36;

  private ConnectedAppSeeds() {}

  /** The first user who allowed something to an app that there is not; empty if nobody did. */
  public static Optional<SeedConflict> conflict(
      StytchProject project, List<ConnectedAppSeed> seeds, List<LocatedUser> users) {
    Set<String> known = new HashSet<>(seeds.stream().map(ConnectedAppSeed::clientId).toList());
    project.connectedApps().all().forEach(app -> known.add(app.id()));
    for (LocatedUser located : users) {
      StytchUserSeed own = Objects.requireNonNull(located.user().stytch(), "stytch");
      for (int i = 0; i < own.connectedApps().size(); i++) {
        if (!known.contains(own.connectedApps().get(i).app())) {
          return located.conflict(
              ".stytch.connectedApps[" + i + "].app", "is no connected app of this world");
        }
      }
    }
    return Optional.empty();
  }

  /** Adds apps; one takes the place of another with its client id. */
  public static void load(StytchProject project, List<ConnectedAppSeed> seeds) {
    Randomness random = project.context().random();
    for (ConnectedAppSeed seed : seeds) {
      ConnectedApp.Type type = ConnectedApp.Type.valueOf(seed.type().toUpperCase(Locale.ROOT));
      String secret =
          type.isPublic()
              ? null
              : Objects.requireNonNullElseGet(seed.secret(), () -> random.base64Url(SECRET_BYTES));
      project.connectedApps().find(seed.clientId()).ifPresent(project.connectedApps()::remove);
      project
          .connectedApps()
          .put(
              new ConnectedApp(
                  project.connectedApps().next(),
                  seed.clientId(),
                  type,
                  details(seed),
                  new ClientSecrets(secret, seed.nextSecret())));
    }
  }

  private static Details details(ConnectedAppSeed seed) {
    return new Details(
        Defaults.or(seed.name(), ""),
        Defaults.or(seed.description(), ""),
        seed.redirectUrls(),
        Boolean.TRUE.equals(seed.fullAccess()),
        Defaults.or(seed.accessTokenMinutes(), Details.NONE.tokenMinutes()),
        Defaults.or(seed.audience(), ""),
        Defaults.or(seed.accessTokenTemplate(), ""),
        Defaults.or(seed.idTokenTemplate(), ""),
        seed.logoutUrls(),
        Defaults.or(seed.logoUrl(), ""),
        Boolean.TRUE.equals(seed.bypassesConsent()));
  }

  /** All apps, oldest first. */
  public static List<ConnectedAppSeed> export(StytchProject project) {
    return project.connectedApps().all().stream().map(ConnectedAppSeeds::seed).toList();
  }

  private static ConnectedAppSeed seed(ConnectedApp app) {
    Details details = app.details();
    return new ConnectedAppSeed(
        app.id(),
        app.type().name().toLowerCase(Locale.ROOT),
        app.secrets().present(),
        app.secrets().next(),
        orNull(details.name()),
        orNull(details.description()),
        details.redirectUrls(),
        Defaults.unless(false, details.fullAccess()),
        Defaults.unless(Details.NONE.tokenMinutes(), details.tokenMinutes()),
        orNull(details.audience()),
        orNull(details.tokenTemplate()),
        orNull(details.idTokenTemplate()),
        details.logoutUrls(),
        orNull(details.logoUrl()),
        Defaults.unless(false, details.bypassesConsent()));
  }

  /** Lets a user allow what their seed says. */
  static void allow(StytchProject project, StytchUser user, List<StytchUserSeed.Consent> seeds) {
    seeds.forEach(seed -> project.appConsents().give(user.id(), seed.app(), seed.scopes()));
  }

  /** What a user allows, the first app before the others. */
  static List<StytchUserSeed.Consent> allowed(StytchProject project, StytchUser user) {
    return project.appConsents().of(user.id()).stream()
        .map(consent -> new StytchUserSeed.Consent(consent.appId(), consent.scopes()))
        .toList();
  }

  private static @Nullable String orNull(String text) {
    return Defaults.unless("", text);
  }
}
