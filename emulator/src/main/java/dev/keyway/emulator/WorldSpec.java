package dev.keyway.emulator;

import dev.keyway.emulator.stackauth.StackAuthSettings;
import dev.keyway.emulator.stytch.StytchSettings;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a new world shall be like. Without any change, every way to sign in that a vendor lets a
 * project switch on is on; all else is as the vendors give it to a new project. Immutable.
 */
public final class WorldSpec {
  private static final WorldSpec VENDOR_DEFAULTS =
      new WorldSpec(null, StackAuthSettings.defaults(), StytchSettings.defaults());

  /** Stytch has all of its methods on from the beginning. */
  private static final WorldSpec DEFAULTS =
      VENDOR_DEFAULTS.stackAuth(
          settings ->
              settings
                  .credentialEnabled(true)
                  .magicLinkEnabled(true)
                  .passkeyEnabled(true)
                  .oauthProviders(
                      "google",
                      "github",
                      "microsoft",
                      "spotify",
                      "facebook",
                      "discord",
                      "gitlab",
                      "bitbucket",
                      "linkedin",
                      "apple",
                      "x",
                      "twitch"));

  private final @Nullable String name;
  private final StackAuthSettings stackAuth;
  private final StytchSettings stytch;

  private WorldSpec(@Nullable String name, StackAuthSettings stackAuth, StytchSettings stytch) {
    this.name = name;
    this.stackAuth = stackAuth;
    this.stytch = stytch;
  }

  /**
   * A world in which every way to sign in is on, with a name of the emulator's choice: passwords,
   * codes, links, passkeys and all social providers of both vendors.
   */
  public static WorldSpec defaults() {
    return DEFAULTS;
  }

  /**
   * A world whose projects are as the vendors make them: at Stack Auth codes, links, passkeys and
   * social providers are off until they are switched on.
   */
  public static WorldSpec vendorDefaults() {
    return VENDOR_DEFAULTS;
  }

  /** The same with a name, which stands in reports; names need not be unique. */
  public WorldSpec named(String worldName) {
    return new WorldSpec(Objects.requireNonNull(worldName, "worldName"), stackAuth, stytch);
  }

  /** The same with other Stack Auth settings. */
  public WorldSpec stackAuth(UnaryOperator<StackAuthSettings.Builder> change) {
    return new WorldSpec(name, change.apply(stackAuth.toBuilder()).build(), stytch);
  }

  /** The same with other Stytch settings. */
  public WorldSpec stytch(UnaryOperator<StytchSettings.Builder> change) {
    return new WorldSpec(name, stackAuth, change.apply(stytch.toBuilder()).build());
  }

  /** The name, if one was chosen. */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /** The settings of the Stack Auth project. */
  public StackAuthSettings stackAuth() {
    return stackAuth;
  }

  /** The settings of the Stytch project. */
  public StytchSettings stytch() {
    return stytch;
  }
}
