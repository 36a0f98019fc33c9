package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.EMAIL;
import static dev.keyway.emulator.internal.stytch.StytchClient.PASSWORD;
import static dev.keyway.emulator.internal.stytch.StytchClient.body;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.WebhookEvent;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class UserEventsTest {
  private final World world;
  private final StytchClient stytch;

  UserEventsTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
  }

  private List<String> types() {
    List<String> types = world.webhooks().events().stream().map(WebhookEvent::type).toList();
    world.webhooks().clear();
    return types;
  }

  private JsonNode only() throws Exception {
    assertEquals(1, world.webhooks().events().size(), world.webhooks().events()::toString);
    return Json.read(world.webhooks().events().get(0).body());
  }

  private String create() throws Exception {
    String id = succeed(stytch.post("/v1/users", "email", EMAIL)).path("user_id").asText();
    world.webhooks().clear();
    return id;
  }

  @Test
  void aNewUserIsToldAsTheGuideShowsIt() throws Exception {
    world.clock().freezeAt(Instant.parse("2025-02-01T09:00:00.123456789Z"));
    ObjectNode user =
        (ObjectNode) succeed(stytch.post("/v1/users", "email", EMAIL)).path("user").deepCopy();
    JsonNode event = only();
    assertEquals(
        body(
            "project_id", world.stytch().projectId(),
            "event_id", event.path("event_id").asText(),
            "action", "CREATE",
            "object_type", "user",
            "source", "DIRECT",
            "vertical", "CONSUMER",
            "id", user.path("user_id").asText(),
            "timestamp", "2025-02-01T09:00:00.123456789Z",
            "user", user.put("external_id", "").without("roles")),
        event);
    assertTrue(
        event.path("event_id").asText().matches("webhook-event-test-[0-9a-f-]{36}"),
        event::toString);
    assertEquals(List.of("direct.user.create"), types());
  }

  @Test
  void whatIsShownOtherwiseWasChanged() throws Exception {
    String id = create();
    succeed(stytch.put("/v1/users/" + id, "untrusted_metadata", body("theme", "dark")));
    assertEquals("dark", only().at("/user/untrusted_metadata/theme").asText());
    assertEquals(List.of("direct.user.update"), types());
    succeed(stytch.put("/v1/users/" + id, "untrusted_metadata", body("theme", "dark")));
    succeed(stytch.get("/v1/users/" + id));
    succeed(stytch.post("/v1/users/search"));
    assertEquals(List.of(), types());
  }

  @Test
  void aSignUpByCodeIsCreatedAndThenProved() throws Exception {
    JsonNode sent = succeed(stytch.post("/v1/otps/email/login_or_create", "email", EMAIL));
    assertEquals(List.of("direct.user.create"), types());
    String code =
        Objects.requireNonNull(world.outbox().await(EMAIL, MessageKind.ONE_TIME_CODE).code());
    succeed(
        stytch.post(
            "/v1/otps/authenticate", "method_id", sent.path("email_id").asText(), "code", code));
    assertTrue(only().at("/user/emails/0/verified").asBoolean());
    assertEquals(List.of("direct.user.update"), types());
  }

  @Test
  void aSignInChangesNobody() throws Exception {
    stytch.signUp();
    types();
    JsonNode session =
        succeed(
            stytch.post(
                "/v1/passwords/authenticate",
                "email",
                EMAIL,
                "password",
                PASSWORD,
                "session_duration_minutes",
                60));
    succeed(
        stytch.post(
            "/v1/sessions/authenticate", "session_token", session.path("session_token").asText()));
    assertEquals(List.of(), types());
  }

  @Test
  void aDeletedUserIsToldByIdAlone() throws Exception {
    String id = create();
    succeed(stytch.delete("/v1/users/" + id));
    JsonNode event = only();
    assertEquals("DELETE", event.path("action").asText());
    assertEquals(id, event.path("id").asText());
    assertFalse(event.has("user"));
    assertEquals(List.of("direct.user.delete"), types());
  }

  @Test
  void whoeverRunsTheWorldIsTheDashboard() throws Exception {
    String id = create();
    world.accounts().lock(id);
    assertEquals("DASHBOARD", only().path("source").asText());
    assertTrue(only().at("/user/is_locked").asBoolean());
    assertEquals(List.of("dashboard.user.update"), types());
  }

  @Test
  void whatIsRefusedIsNotTold() throws Exception {
    create();
    assertEquals(400, stytch.post("/v1/users", "email", EMAIL).status());
    assertEquals(
        401, stytch.withSecret("wrong").post("/v1/users", "email", "a@b.example").status());
    assertEquals(List.of(), types());
  }
}
