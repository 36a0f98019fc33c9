package dev.keyway.emulator.declared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Ids, addresses and tokens of one project, by the name that fields have for them: {@code user_id},
 * or {@code session/id} for the {@code id} of a route about sessions.
 */
final class Belongings {
  static final String PASSWORD = "correct horse battery";

  private final Map<String, String> values = new LinkedHashMap<>();
  private final World world;
  private final String email;

  private Belongings(World world, String name) {
    this.world = world;
    this.email = name + "@example.com";
  }

  /** Makes one of everything in the world's Stack Auth project. */
  static Map<String, String> ofStackAuth(World world, String name) throws Exception {
    Belongings all = new Belongings(world, name);
    all.stackAuth(name);
    return all.values;
  }

  /** Makes one of everything in the world's Stytch project. */
  static Map<String, String> ofStytch(World world, String name) throws Exception {
    Belongings all = new Belongings(world, name);
    all.stytch(name);
    return all.values;
  }

  private void stackAuth(String name) throws Exception {
    Wire server = Wire.stackServer(world);
    Wire admin =
        server
            .with("x-stack-access-type", "admin")
            .with("x-stack-super-secret-admin-key", world.stackAuth().superSecretAdminKey());
    JsonNode signUp =
        ok(
            Wire.stackClient(world)
                .post(
                    "/auth/password/sign-up",
                    "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD)));
    String user = put("user_id", signUp.path("user_id"));
    put("refresh_token", signUp.path("refresh_token"));
    put("access_token", signUp.path("access_token"));
    values.put("email", email);
    put("creator_user_id", signUp.path("user_id"));
    String team =
        put(
            "team_id",
            ok(server.post("/teams", "{\"display_name\":\"%s\"}".formatted(name))).path("id"));
    values.put("selected_team_id", team);
    ok(server.post("/team-memberships/" + team + "/" + user, "{}"));
    put("session/id", ok(server.get("/auth/sessions?user_id=" + user)).at("/items/0/id"));
    JsonNode channel = ok(server.get("/contact-channels?user_id=" + user)).at("/items/0/id");
    put("contact-channel/id", channel);
    put("contact_channel_id", channel);
    String permission = "{\"id\":\"can_%s\"}".formatted(name);
    put("permission_id", ok(admin.post("/team-permission-definitions", permission)).path("id"));
    String key = "{\"%s\":\"%s\",\"description\":\"x\",\"expires_at_millis\":null}";
    JsonNode userKey = ok(server.post("/user-api-keys", key.formatted("user_id", user)));
    put("user-api-key/id", userKey.path("id"));
    JsonNode teamKey = ok(server.post("/team-api-keys", key.formatted("team_id", team)));
    put("team-api-key/id", teamKey.path("id"));
    put("user-api-key/api_key", userKey.path("value"));
    put("team-api-key/api_key", teamKey.path("value"));
    String invitation =
        "{\"team_id\":\"%s\",\"email\":\"%s\",\"callback_url\":\"http://localhost:3000/x\"}";
    put(
        "team-invitation/id",
        ok(server.post("/team-invitations/send-code", invitation.formatted(team, email)))
            .path("id"));
    values.put("team-invitation/code", sentTo(email));
    JsonNode otp =
        ok(
            server.post(
                "/auth/otp/send-sign-in-code",
                "{\"email\":\"%s\",\"callback_url\":\"http://localhost:3000/x\"}"
                    .formatted("code." + email)));
    values.put("otp/code", sentTo("code." + email));
    put("nonce", otp.path("nonce"));
    JsonNode account =
        ok(
            server.post(
                "/oauth-providers",
                ("{\"user_id\":\"%s\",\"provider_config_id\":\"github\",\"account_id\":\"%s\","
                        + "\"allow_sign_in\":true,\"allow_connected_accounts\":true}")
                    .formatted(user, name)));
    put("oauth-provider/id", account.path("id"));
    JsonNode projectKey =
        ok(
            admin.post(
                "/internal/api-keys",
                "{\"description\":\"x\",\"expires_at_millis\":4102444800000,"
                    + "\"has_publishable_client_key\":true,\"has_secret_server_key\":false,"
                    + "\"has_super_secret_admin_key\":false}"));
    put("project-key/id", projectKey.path("id"));
    JsonNode cli = ok(Wire.stackClient(world).post("/auth/cli", "{}"));
    put("login_code", cli.path("login_code"));
    put("polling_code", cli.path("polling_code"));
  }

  private void stytch(String name) throws Exception {
    Wire stytch = Wire.stytch(world);
    JsonNode made =
        ok(
            stytch.post(
                "/v1/passwords",
                "{\"email\":\"%s\",\"password\":\"%s\",\"session_duration_minutes\":60}"
                    .formatted(email, PASSWORD)));
    String user = put("user_id", made.path("user_id"));
    values.put("email", email);
    values.put("email_address", email);
    put("session_token", made.path("session_token"));
    put("session_jwt", made.path("session_jwt"));
    put("session_id", made.at("/session/session_id"));
    put("email_id", made.path("email_id"));
    put("method_id", made.path("email_id"));
    put("password_id", made.at("/user/password/password_id"));
    String phone = "+1415555%04d".formatted(1000 + Math.floorMod(name.hashCode(), 9000));
    JsonNode texted =
        ok(
            stytch.post(
                "/v1/otps/sms/send",
                "{\"phone_number\":\"%s\",\"user_id\":\"%s\"}".formatted(phone, user)));
    put("phone_id", texted.path("phone_id"));
    String ofUser = "{\"user_id\":\"%s\"}".formatted(user);
    put("totp_id", ok(stytch.post("/v1/totps", ofUser)).path("totp_id"));
    put("magic-link/token", ok(stytch.post("/v1/magic_links", ofUser)).path("token"));
    put(
        "m2m/client_id",
        ok(stytch.post("/v1/m2m/clients", "{\"scopes\":[\"read:x\"]}"))
            .at("/m2m_client/client_id"));
    JsonNode app =
        ok(stytch.post("/v1/connected_apps/clients", "{\"client_type\":\"first_party\"}"))
            .at("/connected_app/client_id");
    put("client_id", app);
    put("connected_app_id", app);
  }

  private String sentTo(String address) {
    List<OutboxMessage> mails = world.outbox().messagesTo(address);
    String token = mails.get(mails.size() - 1).token();
    return Objects.requireNonNull(token, address);
  }

  private String put(String name, JsonNode value) {
    if (value.asText().isEmpty()) {
      throw new IllegalStateException("Nothing came for " + name);
    }
    values.put(name, value.asText());
    return value.asText();
  }

  private static JsonNode ok(Wire.Reply reply) {
    if (reply.status() >= 300) {
      throw new IllegalStateException(reply.status() + " " + reply.text());
    }
    return reply.json();
  }
}
