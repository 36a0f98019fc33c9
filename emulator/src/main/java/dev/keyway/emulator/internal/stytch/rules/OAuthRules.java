package dev.keyway.emulator.internal.stytch.rules;

import dev.keyway.emulator.internal.stytch.attribute.OAuthProviders;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import java.util.Set;

/** Which social providers a project may use. */
public final class OAuthRules {
  /** What it refuses a provider with. */
  public static final Set<StytchError> ERRORS =
      Set.of(
          StytchError.INVALID_OAUTH_PROVIDER,
          StytchError.OAUTH_CONFIG_NOT_FOUND,
          StytchError.APPLE_OAUTH_CONFIG_NOT_FOUND);

  private OAuthRules() {}

  /**
   * A provider that a project has configured.
   *
   * @throws StytchFailure {@code oauth_config_not_found}, for Apple {@code
   *     apple_oauth_config_not_found}, or {@code invalid_oauth_provider} for one that the service
   *     does not know
   */
  public static String requireConfigured(StytchProject project, String name) {
    if (!project.settings().oauthProviders().contains(name)) {
      if (name.equals("apple")) {
        throw StytchError.APPLE_OAUTH_CONFIG_NOT_FOUND.failure();
      }
      throw (OAuthProviders.spelling(name).isPresent()
              ? StytchError.OAUTH_CONFIG_NOT_FOUND
              : StytchError.INVALID_OAUTH_PROVIDER)
          .failure();
    }
    return name;
  }
}
