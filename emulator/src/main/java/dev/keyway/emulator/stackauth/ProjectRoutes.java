package dev.keyway.emulator.stackauth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Json;
import jakarta.inject.Inject;

/** {@code /projects} and the greeting at the root. */
final class ProjectRoutes implements StackRoutes {
  @Inject
  ProjectRoutes() {}

  @Override
  public void addTo(StackRouteTable routes) {
    routes.get("/", "stackauth.probe").open().query(Schema.object()).answers(this::greet);
    routes
        .get("/projects/current", "stackauth.project.get-current")
        .query(Schema.object())
        .answers(this::readCurrent);
  }

  private Answer greet(StackCall call) {
    boolean nobody = call.namedProject().isEmpty() || !call.headers().has("access-type");
    String type = nobody ? "None" : capitalized(call.accessType().wireName());
    return Answer.text(
        200,
        """
        Welcome to this emulator of the Stack Auth API.

        Authentication: %s
        Project: %s
        User: %s
        """
            .formatted(
                type,
                nobody ? "None" : call.project().id(),
                call.user().map(StackUser::id).orElse("None")));
  }

  /** The client's view, whoever asks. */
  private Answer readCurrent(StackCall call) {
    StackAuthProject project = call.project();
    StackAuthSettings settings = project.settings();
    ObjectNode json =
        Json.object().put("id", project.id()).put("display_name", settings.displayName());
    ObjectNode config =
        json.putObject("config")
            .put("sign_up_enabled", settings.signUpEnabled())
            .put("credential_enabled", settings.credentialEnabled())
            .put("magic_link_enabled", settings.magicLinkEnabled())
            .put("passkey_enabled", settings.passkeyEnabled())
            .put("client_team_creation_enabled", settings.clientTeamCreationEnabled())
            .put("client_user_deletion_enabled", settings.clientUserDeletionEnabled())
            .put("allow_user_api_keys", settings.allowUserApiKeys())
            .put("allow_team_api_keys", settings.allowTeamApiKeys());
    ArrayNode providers = config.putArray("enabled_oauth_providers");
    settings.oauthProviders().forEach(id -> providers.addObject().put("id", id));
    ArrayNode domains = config.putArray("domains");
    settings
        .trustedDomains()
        .forEach(
            d ->
                domains.addObject().put("domain", d.domain()).put("handler_path", d.handlerPath()));
    return StackAnswers.ok(json);
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
