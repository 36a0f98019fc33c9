package dev.keyway.emulator;

import dev.keyway.emulator.stackauth.StackAuthSettings;
import dev.keyway.emulator.stytch.StytchSettings;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a new world shall be like. Without any change it is what the vendors give a new project.
 * Immutable.
 */
public final class WorldSpec {
  private static final WorldSpec DEFAULTS =
      new WorldSpec(null, StackAuthSettings.defaults(), StytchSettings.defaults());

  private final @Nullable String name;
  private final StackAuthSettings stackAuth;
  private final StytchSettings stytch;

  private WorldSpec(@Nullable String name, StackAuthSettings stackAuth, StytchSettings stytch) {
    this.name = name;
    this.stackAuth = stackAuth;
    this.stytch = stytch;
  }

  /** A world with the vendors' defaults and a name of the emulator's choice. */
  public static WorldSpec defaults() {
    return DEFAULTS;
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
