package dev.keyway.providers.stackauth.views;

import dev.keyway.CallOptions;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stackauth.server.Project;
import dev.keyway.providers.stackauth.server.ProjectSettings;
import dev.keyway.providers.stackauth.wire.CurrentProjectApi;
import java.net.URI;
import java.util.stream.Collectors;

/** {@link Project} by the project's own route. */
final class ProjectCalls implements Project {

  private final ViewCalls calls;
  private final CurrentProjectApi api;

  ProjectCalls(ViewCalls calls, CurrentProjectApi api) {
    this.calls = calls;
    this.api = api;
  }

  @Override
  public ProjectSettings settings(CallOptions options) {
    return calls.call("stack-auth.project.settings", options, () -> settings(api.current()));
  }

  private static ProjectSettings settings(CurrentProjectApi.Current wire) {
    CurrentProjectApi.Config config = wire.config();
    return new ProjectSettings(
        wire.displayName(),
        config.signUpEnabled(),
        config.credentialEnabled(),
        config.magicLinkEnabled(),
        config.passkeyEnabled(),
        config.allowUserApiKeys(),
        config.allowTeamApiKeys(),
        config.enabledOauthProviders().stream()
            .map(CurrentProjectApi.Provider::id)
            .collect(Collectors.toUnmodifiableSet()),
        config.domains().stream()
            .map(domain -> url(domain.domain()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static URI url(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw Answer.invalid("with a domain that is no URL");
    }
  }
}
