package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class SeedRoutesTest {
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\"}";
  private static final String USERS =
      """
      "users":[{"name":"Ada Lovelace","emails":[{"address":"ada@example.com"}],
       "password":{"plain":"correct horse battery"}}]""";

  private final AuthEmulator emulator;
  private final World world;
  private final Control control;
  private final String name = "seeded-" + UUID.randomUUID();

  SeedRoutesTest(AuthEmulator emulator, World world) throws Exception {
    this.emulator = emulator;
    this.world = world;
    this.control = new Control(emulator);
  }

  private World opened(JsonNode view) {
    return emulator.world(view.path("id").asText()).orElseThrow();
  }

  @Test
  void aMistakeInASeedIsToldByItsFieldAndOpensNothing() throws Exception {
    control.refusedFor(
        "seed.stackauth.settings.magicLinkEnabled",
        "POST",
        "/worlds",
        """
        {"name":"%s","seed":{"stackauth":{"settings":{"magicLinkEnabled":"yes"}}}}"""
            .formatted(name));
    control.refusedFor(
        "worlds[0].users[0].emails[0].address",
        "POST",
        "/seed",
        """
        {"seed":{"worlds":[{"name":"%s","users":[{"emails":[{"address":"nobody"}]}]}]}}"""
            .formatted(name));
    control.refused(400, "invalid", "POST", "/seed", "{\"seed\":\"worlds: [\"}");

    control.refused(404, "not_found", "GET", "/worlds/" + name, "");
  }

  @Test
  void aWorldIsOpenedWithSettingsAndUsers() throws Exception {
    JsonNode made =
        control.post(
            "/worlds",
            """
            {"name":"%s","seed":{"stackauth":{"settings":{"magicLinkEnabled":true}},%s}}"""
                .formatted(name, USERS));
    try (World seeded = opened(made)) {
      assertEquals(name, seeded.name());
      assertTrue(seeded.stackAuth().settings().magicLinkEnabled());
      assertEquals(200, Wire.stackClient(seeded).post("/auth/password/sign-in", ADA).status());
      assertEquals(200, Wire.stytch(seeded).post("/v1/passwords/authenticate", ADA).status());
    }
  }

  @Test
  void severalWorldsAreOpenedFromYaml() throws Exception {
    String yaml = "version: 1\nworlds:\n- name: %s-a\n- name: %s-b\n".formatted(name, name);
    ObjectNode order = Json.object().put("seed", yaml);
    JsonNode worlds = control.post("/seed", Json.write(order)).path("worlds");

    assertEquals(2, worlds.size());
    assertEquals(name + "-b", worlds.at("/1/name").asText());
    for (JsonNode made : worlds) {
      opened(made).close();
    }
  }

  @Test
  void whatWasExportedIsTheSameWorldWhenItIsLoaded() throws Exception {
    Wire.stackClient(world).post("/auth/password/sign-up", ADA);
    ObjectNode seed = (ObjectNode) control.get(Control.of(world) + "/export");
    String yaml = control.wire().get(Control.of(world) + "/export.yaml").text();
    String key = world.stackAuth().secretServerKey();
    assertTrue(yaml.contains(key), "keys are part of it");

    control.delete(Control.of(world));
    ObjectNode order = Json.object();
    order.set("seed", seed);
    JsonNode made = control.post("/seed", Json.write(order)).path("worlds").get(0);
    try (World loaded = opened(made)) {
      assertEquals(seed, control.get(Control.of(loaded) + "/export"));
      assertEquals(key, loaded.stackAuth().secretServerKey());
      assertEquals(200, Wire.stackClient(loaded).post("/auth/password/sign-in", ADA).status());
    }
  }

  @Test
  void aWorldTakesTheUsersOfASeedIn() throws Exception {
    String order = "{\"seed\":{\"worlds\":[{\"name\":\"x\",%s}]}}".formatted(USERS);
    control.post(Control.of(world) + "/import", order);

    assertEquals(200, Wire.stytch(world).post("/v1/passwords/authenticate", ADA).status());
    assertEquals(2, world.accounts().list().size());
    control.refused(400, "invalid", "POST", Control.of(world) + "/import", order);
    control.refused(
        400,
        "invalid",
        "POST",
        Control.of(world) + "/import",
        "{\"seed\":{\"worlds\":[{\"name\":\"x\"},{\"name\":\"y\"}]}}");
  }

  @Test
  void anExportFitsThePublishedSchema() throws Exception {
    Wire.stytch(world).post("/v1/passwords", ADA);

    assertEquals(
        Set.of(),
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(control.get("/seed/schema"))
            .validate(control.get(Control.of(world) + "/export")));
  }

  @Test
  void allWorldsAreOneDocument() throws Exception {
    try (AuthEmulator alone = AuthEmulator.start()) {
      Control own = new Control(alone);
      own.post("/worlds", "{\"name\":\"a\"}");
      own.post("/worlds", "{\"name\":\"b\"}");

      assertEquals("b", own.get("/export").at("/worlds/1/name").asText());
    }
  }
}
