package dev.keyway.providers.stackauth.views;

import static dev.keyway.providers.http.ViewCalls.notNull;

import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.Retry;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.JsonText;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stackauth.server.ConfigLevel;
import dev.keyway.providers.stackauth.server.Project;
import dev.keyway.providers.stackauth.server.ProjectChanges;
import dev.keyway.providers.stackauth.server.ProjectSettings;
import dev.keyway.providers.stackauth.wire.CurrentProjectApi;
import dev.keyway.providers.stackauth.wire.ProjectAdminApi;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link Project} by the project's own routes. */
final class ProjectCalls implements Project {

  /** Where Stack Auth's own pages are on a domain, unless said otherwise. */
  private static final String HANDLER_PATH = "/handler";

  private final ViewCalls calls;
  private final CurrentProjectApi api;
  private final ProjectAdminApi admin;
  private final AdminKey key;

  ProjectCalls(ViewCalls calls, CurrentProjectApi api, ProjectAdminApi admin, AdminKey key) {
    this.calls = calls;
    this.api = api;
    this.admin = admin;
    this.key = key;
  }

  @Override
  public ProjectSettings settings(CallOptions options) {
    return calls.call("stack-auth.project.settings", options, () -> settings(api.current()));
  }

  @Override
  public ProjectSettings update(ProjectChanges changes, CallOptions options) {
    notNull(changes, "changes");
    ProjectAdminApi.Update body =
        new ProjectAdminApi.Update(
            changes.displayName().orElse(null),
            new ProjectAdminApi.Config(
                changes.signUpEnabled().orElse(null),
                changes.passwordEnabled().orElse(null),
                changes.magicLinkEnabled().orElse(null),
                changes.passkeyEnabled().orElse(null),
                changes.userApiKeysAllowed().orElse(null),
                changes.teamApiKeysAllowed().orElse(null),
                changes.domains().map(ProjectCalls::domains).orElse(null)));
    return calls.call(
        "stack-auth.project.update", options, () -> settings(admin.update(key.reveal(), body)));
  }

  private static List<ProjectAdminApi.Domain> domains(Set<URI> domains) {
    return domains.stream()
        .map(domain -> new ProjectAdminApi.Domain(domain.toString(), HANDLER_PATH))
        .toList();
  }

  @Override
  public Map<String, @Nullable Object> configuration(CallOptions options) {
    return calls.call(
        "stack-auth.project.configuration",
        options,
        () -> JsonText.read(admin.configuration(key.reveal()).configString()));
  }

  @Override
  public void configure(
      ConfigLevel level, Map<String, ? extends @Nullable Object> values, CallOptions options) {
    notNull(level, "level");
    ProjectAdminApi.Configure body = new ProjectAdminApi.Configure(text(notNull(values, "values")));
    calls.run(
        "stack-auth.project.configure",
        options,
        () -> configure(key.reveal(), level.name().toLowerCase(Locale.ROOT), body));
  }

  /** Stack Auth says in words alone which value it does not take. */
  private void configure(String adminKey, String level, ProjectAdminApi.Configure body) {
    try {
      admin.configure(adminKey, level, body);
    } catch (AuthException e) {
      boolean refused =
          e.code() == ErrorCode.UNKNOWN
              && e.providerError()
                  .filter(error -> error.httpStatus().equals(OptionalInt.of(400)))
                  .isPresent();
      throw refused
          ? AuthException.of(
              ErrorCode.INVALID_ARGUMENT,
              "values have one that Stack Auth does not take",
              Retry.NEVER,
              e.providerError().orElseThrow())
          : e;
    }
  }

  private static String text(Map<String, ? extends @Nullable Object> values) {
    try {
      return JsonText.of(values);
    } catch (IllegalArgumentException e) {
      throw AuthException.of(ErrorCode.INVALID_ARGUMENT, "values must be a tree of JSON");
    }
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
