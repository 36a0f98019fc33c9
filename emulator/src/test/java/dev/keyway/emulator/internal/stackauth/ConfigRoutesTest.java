package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.TeamWire.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Checkpoint;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmulatorExtension.class)
class ConfigRoutesTest {
  private static final String OVERRIDE = "/internal/config/override/";

  private final World world;
  private final Wire admin;

  ConfigRoutesTest(World world) {
    this.world = world;
    this.admin = TeamWire.admin(world);
    world.stackAuth().configure(settings -> settings.oauthProviders());
  }

  private Wire.Reply write(String level, String config) throws Exception {
    String body =
        Json.write(Json.object().put("config_override_string", config.replace('\'', '"')));
    return admin.with("content-type", "application/json").send("PATCH", OVERRIDE + level, body);
  }

  private JsonNode config() throws Exception {
    return Json.read(admin.get("/internal/config").at("config_string"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"project", "environment"})
  void keysMayBeDottedOrNested(String level) throws Exception {
    assertEquals(
        "200 {\"success\":true}",
        told(
            write(
                level,
                "{'domains.allowLocalhost':false,'onboarding':{'requireEmailVerification':true},"
                    + "'project.requirePublishableClientKey':true,"
                    + "'domains.trustedDomains.own.baseUrl':'https://*.example.com',"
                    + "'auth.oauth.providers.github':{'type':'github','isShared':true},"
                    + "'emails.selectedThemeId':'x'}")));

    var settings = world.stackAuth().settings();
    assertFalse(settings.allowLocalhost());
    assertTrue(settings.requireEmailVerification());
    assertTrue(settings.requirePublishableClientKey());
    assertEquals("https://*.example.com", settings.trustedDomains().get(0).domain());
    assertEquals("/handler", settings.trustedDomains().get(0).handlerPath());
    assertEquals(List.of("github"), settings.oauthProviders());
    assertEquals(List.of("github"), settings.sharedOauthProviders());
    assertEquals("x", config().at("/emails/selectedThemeId").asText());
    assertFalse(config().at("/domains/allowLocalhost").asBoolean(true));
  }

  @Test
  void whatIsNullIsGone() throws Exception {
    world
        .stackAuth()
        .configure(s -> s.trustedDomains("https://first.example.com").oauthProviders("google"));
    write("environment", "{'domains.trustedDomains.a':{'baseUrl':'https://a.example.com'}}");
    write("environment", "{'domains.trustedDomains.b.baseUrl':'https://b.example.com'}");
    write("environment", "{'auth.oauth.providers.github':{'isShared':false}}");
    assertEquals(3, world.stackAuth().settings().trustedDomains().size());
    assertEquals(List.of("google", "github"), world.stackAuth().settings().oauthProviders());
    Checkpoint checkpoint = world.checkpoint();
    write("environment", "{'domains.trustedDomains.a':null,'auth.oauth.providers.github':null}");
    assertEquals(
        List.of("https://first.example.com", "https://b.example.com"),
        world.stackAuth().settings().trustedDomains().stream().map(d -> d.domain()).toList());
    assertEquals(List.of("google"), world.stackAuth().settings().oauthProviders());
    world.restore(checkpoint);
    assertEquals(3, config().at("/domains/trustedDomains").size());
    assertEquals(
        "https://a.example.com", config().at("/domains/trustedDomains/a/baseUrl").asText());
    assertEquals("google", config().at("/auth/oauth/providers/google/type").asText());
  }

  @Test
  void badConfigurationsAreRefusedAndChangeNothing() throws Exception {
    JsonNode before = config();
    assertEquals("400 Invalid config JSON", told(write("project", "{")));
    assertEquals(400, write("project", "[]").status());
    assertEquals(400, write("project", "{'domains.allowLocalhost':'yes'}").status());
    assertEquals(400, write("project", "{'domains.trustedDomains.a':'x'}").status());
    assertEquals(400, write("project", "{'domains.trustedDomains.a.baseUrl':'x'}").status());
    assertEquals(before, config());
    Wire.Reply level = write("branch", "{}");
    assertEquals("400 SCHEMA_ERROR", told(level));
    assertTrue(level.at("error").contains("params.level must be one of"), level.text());
    Wire typed = admin.with("content-type", "application/json");
    assertEquals("400 SCHEMA_ERROR", told(typed.send("PATCH", OVERRIDE + "project", "{}")));
    assertEquals(
        "401 INSUFFICIENT_ACCESS_TYPE", told(Wire.stackServer(world).get("/internal/config")));
    assertEquals(
        "401 INSUFFICIENT_ACCESS_TYPE",
        told(TeamWire.patch(Wire.stackServer(world), OVERRIDE + "project", "{}")));
  }

  @Test
  void thePortalsTokenComesWithoutAnAddress() throws Exception {
    Wire.Reply made = TeamWire.post(admin, "/webhooks/svix-token", "{}");
    assertEquals(201, made.status());
    assertEquals(1, made.json().size());
    assertFalse(made.at("token").isEmpty());
    assertEquals(
        "401 INSUFFICIENT_ACCESS_TYPE",
        told(TeamWire.post(Wire.stackServer(world), "/webhooks/svix-token", "{}")));
    assertEquals("400 SCHEMA_ERROR", told(TeamWire.post(admin, "/webhooks/svix-token", "{'a':1}")));
  }

  @Test
  void everybodyWantsTheMailsOfBothKinds() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String path = "/emails/notification-preference/";
    JsonNode list = ada.wire().get(path + "me").json();
    assertEquals(2, list.path("items").size());
    assertEquals("Marketing", list.at("/items/1/notification_category_name").asText());
    assertTrue(list.at("/items/1/enabled").asBoolean());
    assertEquals(list, Wire.stackServer(world).get(path + ada.userId()).json());
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    assertEquals(403, bob.wire().get(path + ada.userId()).status());
    assertEquals(
        "401 USER_AUTHENTICATION_REQUIRED", told(Wire.stackClient(world).get(path + "me")));
    assertEquals(
        "404 USER_NOT_FOUND",
        told(Wire.stackServer(world).get(path + "5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10")));
  }
}
