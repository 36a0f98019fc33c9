package dev.keyway.emulator.internal.stackauth.oauth;

import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import java.util.ArrayList;
import java.util.List;

/** The social providers that a project has switched on. */
final class SocialProviders {
  private static final List<String> BASE_SCOPES = List.of("openid", "email", "profile");

  private SocialProviders() {}

  /** Refuses a provider that is not switched on. */
  static String require(StackAuthProject project, String provider) {
    if (!has(project, provider)) {
      throw KnownError.OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED.failure();
    }
    return provider;
  }

  static boolean has(StackAuthProject project, String provider) {
    return project.settings().oauthProviders().contains(provider);
  }

  /** Whether it runs on the vendor's development keys instead of the project's own. */
  static boolean shared(StackAuthProject project, String provider) {
    return project.settings().sharedOauthProviders().contains(provider);
  }

  /** Scopes as applications write them: parted by blanks. */
  static List<String> scopes(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
  }

  /** What is asked of the provider: what every sign-in needs, and what is wanted besides. */
  static List<String> asked(List<String> extra) {
    List<String> scopes = new ArrayList<>(BASE_SCOPES);
    extra.stream().filter(scope -> !scopes.contains(scope)).forEach(scopes::add);
    return scopes;
  }

  /** Where the social provider sends the browser back: a route of the service itself. */
  static String callbackUrl(StackAuthProject project, String provider) {
    return project.context().publicUrl() + "/api/v1/auth/oauth/callback/" + provider;
  }
}
