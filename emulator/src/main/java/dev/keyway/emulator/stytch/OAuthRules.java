package dev.keyway.emulator.stytch;

/** Which social providers a project may use. */
final class OAuthRules {
  private OAuthRules() {}

  /**
   * A provider that a project has configured.
   *
   * @throws StytchFailure {@code oauth_config_not_found}, or {@code invalid_oauth_provider} for one
   *     that the service does not know
   */
  static String requireConfigured(StytchProject project, String name) {
    if (!project.settings().oauthProviders().contains(name)) {
      throw (OAuthProviders.spelling(name).isPresent()
              ? StytchError.OAUTH_CONFIG_NOT_FOUND
              : StytchError.INVALID_OAUTH_PROVIDER)
          .failure();
    }
    return name;
  }
}
