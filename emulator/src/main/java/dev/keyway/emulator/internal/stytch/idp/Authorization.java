package dev.keyway.emulator.internal.stytch.idp;

import dev.keyway.emulator.internal.route.VendorError;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.rules.OAuthCalls;
import dev.keyway.emulator.internal.stytch.rules.UserLookup;
import dev.keyway.emulator.internal.stytch.state.AppConsents;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an app asks of a user, as the page on which users consent passes it on.
 *
 * @param app who asks
 * @param user who is asked
 * @param redirectUri where the answer goes
 * @param scopes what for, each once
 * @param prompted whether the app insists on being allowed anew
 */
record Authorization(
    ConnectedApp app, StytchUser user, String redirectUri, List<String> scopes, boolean prompted) {
  private static final Field<String> REDIRECT_URI = Field.text("redirect_uri");
  private static final Field<String> RESPONSE_TYPE = Field.text("response_type");
  private static final Field<List<String>> SCOPES = Bodies.texts("scopes");
  private static final Field<String> PROMPT = Field.text("prompt");

  /** The fields that say it. */
  static final List<Field<?>> FIELDS = fields();

  /** What it is refused with. */
  static final Set<StytchError> ERRORS =
      VendorError.union(
          UserLookup.SELECTION_ERRORS,
          Set.of(
              StytchError.AUTHORIZATION_ENDPOINT_NOT_CONFIGURED_FOR_PROJECT,
              StytchError.CONNECTED_APP_NOT_FOUND,
              StytchError.CONNECTED_APP_SUPPLIED_REDIRECT_URL_NOT_FOUND_IN_CLIENT,
              StytchError.NO_OAUTH_AUTHORIZE_USER_SELECTOR));

  private static List<Field<?>> fields() {
    List<Field<?>> all = new ArrayList<>();
    all.add(OAuthCalls.CLIENT_ID.required());
    all.add(REDIRECT_URI.required());
    all.add(RESPONSE_TYPE.required());
    all.add(SCOPES.required());
    all.add(PROMPT);
    all.addAll(UserLookup.SELECTION_FIELDS);
    return List.copyOf(all);
  }

  /**
   * Reads it. The order of the checks is inferred.
   *
   * @throws StytchFailure one of the {@link #ERRORS}, or {@code bad_request}
   */
  static Authorization of(StytchCall call) {
    StytchProject project = call.project();
    if (project.settings().authorizationUrl().isEmpty()) {
      throw StytchError.AUTHORIZATION_ENDPOINT_NOT_CONFIGURED_FOR_PROJECT.failure();
    }
    if (!call.get(RESPONSE_TYPE).equals("code")) {
      throw StytchError.BAD_REQUEST.failure("response_type must be code.");
    }
    boolean prompted = call.find(PROMPT).isPresent();
    if (call.find(PROMPT).filter(word -> !word.equals("consent")).isPresent()) {
      throw StytchError.BAD_REQUEST.failure("prompt must be consent.");
    }
    ConnectedApp app =
        project
            .connectedApps()
            .find(call.get(OAuthCalls.CLIENT_ID))
            .orElseThrow(StytchError.CONNECTED_APP_NOT_FOUND::failure);
    String redirectUri = call.get(REDIRECT_URI);
    if (!app.details().redirectUrls().contains(redirectUri)) {
      throw StytchError.CONNECTED_APP_SUPPLIED_REDIRECT_URL_NOT_FOUND_IN_CLIENT.failure();
    }
    StytchUser user =
        UserLookup.selected(call)
            .orElseThrow(StytchError.NO_OAUTH_AUTHORIZE_USER_SELECTOR::failure);
    List<String> scopes = call.get(SCOPES).stream().filter(s -> !s.isEmpty()).distinct().toList();
    return new Authorization(app, user, redirectUri, scopes, prompted);
  }

  /** The scopes that the user can grant. */
  List<String> grantable(StytchProject project) {
    return scopes.stream()
        .filter(scope -> AppScopes.isGrantable(project, app, user, scope))
        .toList();
  }

  /**
   * Whether the user has to be asked. A third party always needs consent, one's own app only for
   * going on while the user is away, unless it may skip that; nobody is asked twice for the same.
   */
  boolean needsConsent(StytchProject project) {
    if (prompted) {
      return true;
    }
    List<String> allowed =
        project
            .appConsents()
            .find(user.id(), app.id())
            .map(AppConsents.Consent::scopes)
            .orElse(List.of());
    return !allowed.containsAll(grantable(project))
        && (app.type().isThirdParty()
            || (scopes.contains(AppScopes.OFFLINE_ACCESS)
                && !allowed.contains(AppScopes.OFFLINE_ACCESS)
                && !app.details().bypassesConsent()));
  }
}
