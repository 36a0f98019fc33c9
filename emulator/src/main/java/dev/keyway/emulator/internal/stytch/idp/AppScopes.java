package dev.keyway.emulator.internal.stytch.idp;

import dev.keyway.emulator.internal.stytch.rules.AppTokens;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.stytch.PolicyScope;
import dev.keyway.emulator.stytch.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What apps may ask for: the scopes of OpenID Connect, full access, and those of the policy. */
final class AppScopes {
  static final String OPENID = "openid";
  static final String PROFILE = "profile";
  static final String EMAIL = "email";
  static final String PHONE = "phone";
  static final String OFFLINE_ACCESS = "offline_access";

  /** What the project says it supports. */
  static final List<String> STANDARD = List.of(OPENID, PROFILE, EMAIL, PHONE, OFFLINE_ACCESS);

  private static final Map<String, String> DESCRIPTIONS = descriptions();

  private AppScopes() {}

  /** In words; empty for a scope that nobody knows. */
  static String description(StytchProject project, String scope) {
    return policy(project, scope)
        .map(PolicyScope::description)
        .orElseGet(() -> DESCRIPTIONS.getOrDefault(scope, ""));
  }

  /**
   * Whether a user can grant a scope to an app: full access needs an app that may have it, a scope
   * of the policy a user whose own roles allow all that it grants.
   */
  static boolean isGrantable(
      StytchProject project, ConnectedApp app, StytchUser user, String scope) {
    if (scope.equals(AppTokens.FULL_ACCESS)) {
      return app.details().fullAccess();
    }
    return STANDARD.contains(scope)
        || policy(project, scope).filter(known -> holds(project, user, known)).isPresent();
  }

  private static boolean holds(StytchProject project, StytchUser user, PolicyScope scope) {
    List<String> held = user.allRoles();
    List<Role> roles =
        project.settings().roles().stream().filter(role -> held.contains(role.id())).toList();
    return scope.permissions().entrySet().stream()
        .allMatch(
            permission ->
                permission.getValue().stream()
                    .allMatch(
                        action ->
                            roles.stream()
                                .anyMatch(role -> role.allows(permission.getKey(), action))));
  }

  private static Optional<PolicyScope> policy(StytchProject project, String scope) {
    return project.settings().scopes().stream()
        .filter(known -> known.scope().equals(scope))
        .findFirst();
  }

  private static Map<String, String> descriptions() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(OPENID, "Know who you are");
    words.put(PROFILE, "Read your name");
    words.put(EMAIL, "Read your e-mail address");
    words.put(PHONE, "Read your phone number");
    words.put(OFFLINE_ACCESS, "Go on while you are away");
    words.put(AppTokens.FULL_ACCESS, "Do all that you can do");
    return Map.copyOf(words);
  }
}
