package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class WorldRoutesTest {
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\"}";

  private final AuthEmulator emulator;
  private final World world;
  private final Control control;

  WorldRoutesTest(AuthEmulator emulator, World world) throws Exception {
    this.emulator = emulator;
    this.world = world;
    this.control = new Control(emulator);
  }

  @Test
  void aWorldIsOpenedUsedAndDeletedOverHttpAlone() throws Exception {
    JsonNode made = control.post("/worlds", "{\"name\":\"checkout\"}");
    String path = "/worlds/" + made.path("id").asText();
    JsonNode keys = control.get(path + "/connect");
    Wire stytch =
        Wire.to(URI.create(keys.at("/stytch/baseUrl").asText()))
            .basic(keys.at("/stytch/projectId").asText(), keys.at("/stytch/secret").asText());

    assertEquals(200, stytch.post("/v1/passwords", ADA).status());
    assertEquals("checkout", made.path("name").asText());
    assertEquals(1, control.get(path).path("requests").asInt());

    control.delete(path);
    control.refused(404, "not_found", "GET", path, "");
    assertEquals(401, stytch.post("/v1/passwords", ADA).status());
  }

  @Test
  void whoeverComesToTheWrongPathIsToldWhereThePageIs() throws Exception {
    for (String path : List.of("/", "/_emulator", "/_emulator/nothing")) {
      Wire.Reply reply = Wire.to(emulator.baseUrl()).get(path);
      assertEquals(404, reply.status());
      assertTrue(reply.text().contains("/_emulator/ui"), reply.text());
    }
  }

  @Test
  void aWorldIsFoundByAnUnambiguousName() throws Exception {
    String name = "only-" + UUID.randomUUID();
    JsonNode one = control.post("/worlds", "{\"name\":\"" + name + "\"}");
    assertEquals(one.path("id"), control.get("/worlds/" + name).path("id"));

    JsonNode other = control.post("/worlds", "{\"name\":\"" + name + "\"}");
    control.refused(404, "not_found", "GET", "/worlds/" + name, "");
    String told = control.wire().get("/worlds/" + name).text();
    assertTrue(told.contains(one.path("id").asText() + ", " + other.path("id").asText()), told);

    control.delete("/worlds/" + one.path("id").asText());
    assertEquals(other.path("id"), control.get("/worlds/" + name).path("id"));
    control.delete("/worlds/" + name);
  }

  @Test
  void aWorldNeedsNoBody() throws Exception {
    JsonNode made = control.post("/worlds", "");

    assertTrue(emulator.world(made.path("id").asText()).isPresent());
    control.delete("/worlds/" + made.path("id").asText());
  }

  @Test
  void whatHappensInOneWorldLeavesTheOthersAlone() throws Exception {
    Wire.stackClient(world).post("/auth/password/sign-up", ADA);
    String other = "/worlds/" + control.post("/worlds", "").path("id").asText();
    control.post(other + "/clock/advance", "{\"by\":\"P1D\"}");
    control.post(other + "/faults", "{\"operation\":\"stackauth.*\",\"effect\":\"drop\"}");
    control.post(other + "/reset", "");
    control.delete(other);

    assertEquals(1, control.get(Control.of(world)).path("requests").asInt());
    assertEquals(200, Wire.stackClient(world).post("/auth/password/sign-in", ADA).status());
  }

  @Test
  void aResetWorldIsEmptyAndKeepsItsKeys() throws Exception {
    Wire.stackClient(world).post("/auth/password/sign-up", ADA);
    JsonNode reset = control.post(Control.of(world) + "/reset", "");

    assertEquals(0, reset.path("requests").asInt());
    assertEquals(
        "EMAIL_PASSWORD_MISMATCH",
        Wire.stackClient(world).post("/auth/password/sign-in", ADA).at("code"));
  }

  @Test
  void theShellLearnsAllItNeeds() throws Exception {
    String lines = control.wire().get(Control.of(world) + "/connect.env").text();

    assertTrue(lines.contains("KEYWAY_STYTCH_SECRET=" + world.stytch().secret() + "\n"), lines);
    assertTrue(
        lines.contains("KEYWAY_STACK_AUTH_PROJECT_ID=" + world.stackAuth().projectId()), lines);
    assertFalse(lines.contains(" "), lines);
  }

  @Test
  void anEmulatorThatRunsSaysSo() throws Exception {
    JsonNode health = control.get("/health");

    assertEquals("ok", health.path("status").asText());
    assertTrue(health.path("worlds").asInt() >= 1);
    assertTrue(control.get("/operations").path("operations").size() > 250);
  }

  @Test
  void howEveryRouteAndErrorIsKnownIsTold() throws Exception {
    JsonNode coverage = control.get("/coverage");

    assertEquals(emulator.coverage().operations().size(), coverage.path("operations").size());
    assertEquals(emulator.coverage().errors().size(), coverage.path("errors").size());
    for (JsonNode totals : coverage.path("totals")) {
      assertEquals(
          totals.path("built").asInt(),
          totals.path("vendorSource").asInt()
              + totals.path("documented").asInt()
              + totals.path("inferred").asInt());
    }
  }

  @Test
  void aWorldComesBackToItsCheckpointAsOftenAsItIsAskedFor() throws Exception {
    String path = Control.of(world) + "/checkpoints";
    Wire.stackClient(world).post("/auth/password/sign-up", ADA);
    String id = control.post(path, "").path("id").asText();

    for (int i = 0; i < 2; i++) {
      world.reset();
      control.post(path + "/" + id + "/restore", "");
      assertEquals(200, Wire.stackClient(world).post("/auth/password/sign-in", ADA).status());
    }
    assertEquals(1, control.get(path).path("checkpoints").size());

    control.delete(path + "/" + id);
    control.refused(404, "not_found", "POST", path + "/" + id + "/restore", "");
    assertEquals(0, control.get(path).path("checkpoints").size());
  }

  @Test
  void aCheckpointOfOneWorldIsNoneOfAnothers() throws Exception {
    String id = control.post(Control.of(world) + "/checkpoints", "").path("id").asText();
    String other = "/worlds/" + control.post("/worlds", "").path("id").asText();

    control.refused(404, "not_found", "POST", other + "/checkpoints/" + id + "/restore", "");
    control.delete(other);
  }
}
