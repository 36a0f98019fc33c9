package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class DeviceRoutesTest {
  private static final String ORIGIN = "http://localhost:3000";

  private final World world;
  private final Control control;
  private final String devices;

  DeviceRoutesTest(AuthEmulator emulator, World world) throws Exception {
    this.world = world;
    this.control = new Control(emulator);
    this.devices = Control.of(world) + "/devices";
  }

  private JsonNode stytch(String path, String body) throws Exception {
    Wire.Reply reply = Wire.stytch(world).post(path, body);
    assertEquals(200, reply.status(), reply.text());
    return reply.json();
  }

  private String ada() throws Exception {
    return stytch(
            "/v1/passwords",
            "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\"}")
        .path("user_id")
        .asText();
  }

  private JsonNode options(String user) throws Exception {
    return Json.read(
        stytch(
                "/v1/webauthn/register/start",
                """
                {"user_id":"%s","domain":"localhost","return_passkey_credential_options":true,
                 "use_base64_url_encoding":true}"""
                    .formatted(user))
            .path("public_key_credential_creation_options")
            .asText());
  }

  private static String ceremony(JsonNode options, String more) {
    return "{\"origin\":\"%s\",\"options\":%s%s}".formatted(ORIGIN, Json.write(options), more);
  }

  private Wire.Reply register(String user, JsonNode credential) throws Exception {
    ObjectNode body = Json.object().put("user_id", user);
    body.put("public_key_credential", Json.write(credential));
    return Wire.stytch(world).post("/v1/webauthn/register", Json.write(body));
  }

  private JsonNode create(JsonNode options, String more) throws Exception {
    return control
        .post(devices + "/authenticators/phone/create", ceremony(options, more))
        .path("credential");
  }

  @Test
  void aPasskeyIsMadeAndSignsIn() throws Exception {
    String user = ada();
    assertEquals(200, register(user, create(options(user), "")).status());

    JsonNode request =
        Json.read(
            stytch(
                    "/v1/webauthn/authenticate/start",
                    """
                    {"domain":"localhost","return_passkey_credential_options":true,
                     "use_base64_url_encoding":true}""")
                .path("public_key_credential_request_options")
                .asText());
    JsonNode assertion =
        control
            .post(devices + "/authenticators/phone/get", ceremony(request, ""))
            .path("credential");
    ObjectNode body = Json.object().put("public_key_credential", Json.write(assertion));

    assertEquals(
        user, stytch("/v1/webauthn/authenticate", Json.write(body)).path("user_id").asText());
    JsonNode passkey = control.get(devices + "/authenticators/phone").at("/passkeys/0");
    assertEquals("localhost", passkey.path("rpId").asText());
    assertEquals(assertion.path("id"), passkey.path("id"));
  }

  @Test
  void aLyingAuthenticatorIsRefusedByTheProvider() throws Exception {
    String user = ada();
    JsonNode credential =
        create(
            options(user),
            ",\"misbehave\":[{\"name\":\"wrong-origin\",\"argument\":\"https://evil.example\"}]");

    assertEquals(401, register(user, credential).status());
  }

  @Test
  void aLieThatDoesNotExistIsRefused() throws Exception {
    JsonNode options = options(ada());

    control.refusedFor(
        "misbehave",
        "POST",
        devices + "/authenticators/phone/create",
        ceremony(options, ",\"misbehave\":[{\"name\":\"wrong-everything\"}]"));
    control.refusedFor(
        "misbehave",
        "POST",
        devices + "/authenticators/phone/create",
        ceremony(
            options, ",\"misbehave\":[{\"name\":\"other-algorithm\",\"argument\":\"rot13\"}]"));
    control.refusedFor(
        "misbehave[0].name",
        "POST",
        devices + "/authenticators/phone/create",
        ceremony(options, ",\"misbehave\":[{}]"));
  }

  @Test
  void whatABrowserWouldRefuseIsRefused() throws Exception {
    JsonNode options = options(ada());
    String body = ceremony(options, "").replace(ORIGIN, "https://evil.example");

    control.refused(
        409, "ceremony_refused", "POST", devices + "/authenticators/phone/create", body);
    control.refused(
        409,
        "ceremony_refused",
        "POST",
        devices + "/authenticators/phone/get",
        "{\"origin\":\"%s\",\"options\":{\"challenge\":\"AQID\"}}".formatted(ORIGIN));
    control.refused(
        409,
        "ceremony_refused",
        "POST",
        devices + "/authenticators/phone/create",
        "{\"origin\":\"%s\",\"options\":\"no json\"}".formatted(ORIGIN));
  }

  @Test
  void aPasskeyIsDeletedAndADeviceThrownAway() throws Exception {
    JsonNode credential = create(options(ada()), "");
    String passkey = devices + "/authenticators/phone/passkeys/" + credential.path("id").asText();
    control.delete(passkey);
    control.refused(404, "not_found", "DELETE", passkey, "");
    assertEquals(0, control.get(devices + "/authenticators/phone").path("passkeys").size());

    control.delete(devices + "/phone");
    control.refused(404, "not_found", "GET", devices + "/authenticators/phone", "");
    control.refused(404, "not_found", "DELETE", devices + "/phone", "");
    assertEquals(0, control.get(devices).path("authenticators").size());
  }

  @Test
  void anAuthenticatorAppShowsTheCodeThatTheProviderTakes() throws Exception {
    String user = ada();
    world.clock().freeze();
    String secret =
        stytch("/v1/totps", "{\"user_id\":\"%s\"}".formatted(user)).path("secret").asText();
    JsonNode shown = control.put(devices + "/totps/app", "{\"secret\":\"%s\"}".formatted(secret));

    assertEquals(
        shown.path("code"),
        control.get(Control.of(world) + "/users/" + user + "/totp").path("code"));
    String body = "{\"user_id\":\"%s\",\"totp_code\":\"%s\"}";
    assertTrue(
        Wire.stytch(world)
                .post("/v1/totps/authenticate", body.formatted(user, shown.path("wrong").asText()))
                .status()
            >= 400);
    stytch("/v1/totps/authenticate", body.formatted(user, shown.path("code").asText()));

    control.post(Control.of(world) + "/clock/advance", "{\"by\":\"PT30S\"}");
    assertEquals(shown.path("next"), control.get(devices + "/totps/app").path("code"));
    assertNotEquals(shown.path("code"), control.get(devices + "/totps/app").path("code"));
  }

  @Test
  void aKeyThatIsNoneIsRefused() throws Exception {
    control.refused(400, "invalid", "PUT", devices + "/totps/app", "{\"secret\":\"not base 32!\"}");
    control.refused(404, "not_found", "GET", devices + "/totps/app", "");
  }
}
