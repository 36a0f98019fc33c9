package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.seed.Seed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class WebhooksTest {
  private final World world;

  WebhooksTest(World world) {
    this.world = world;
  }

  /** Makes somebody on Stack Auth. */
  private void create(String name) throws Exception {
    assertEquals(
        201,
        Wire.stackServer(world).post("/users", "{\"display_name\":\"" + name + "\"}").status());
  }

  private static String header(WebhookEvent event, String name) {
    return event.headers().getOrDefault(name, List.of()).get(0);
  }

  @Test
  void anEventIsHandedOutOnce() throws Exception {
    create("Ada");
    create("Grace");

    WebhookEvent first = world.webhooks().await("user.created");
    WebhookEvent second = world.webhooks().await("user.created");

    assertEquals(List.of(first, second), world.webhooks().events());
    assertTrue(first.body().contains("Ada"), first.body());
    assertTrue(second.body().contains("Grace"), second.body());
    assertTrue(first.id().matches("msg_[0-9a-z]{27}"), first.id());
    assertEquals("stackauth", first.vendor());
    assertEquals(List.of(), first.attempts());
    TimeoutException none =
        assertThrows(
            TimeoutException.class, () -> world.webhooks().await("user.created", Duration.ZERO));
    assertTrue(String.valueOf(none.getMessage()).contains(first.id()), none::getMessage);
    assertFalse(String.valueOf(none.getMessage()).contains("Ada"), none::getMessage);
  }

  @Test
  void whatIsRedeliveredIsSignedAnewAndHandedOutAgain() throws Exception {
    world.clock().freeze();
    create("Ada");
    WebhookEvent first = world.webhooks().await("user.created");
    world.clock().advance(Duration.ofHours(1));

    WebhookEvent again = world.webhooks().redeliver(first.id());

    assertEquals(again, world.webhooks().await("user.created"));
    assertEquals(first.id(), again.id());
    assertEquals(first.body(), again.body());
    assertEquals(first.createdAt(), again.createdAt());
    assertEquals(
        first.createdAt().getEpochSecond() + 3600, Long.parseLong(header(again, "svix-timestamp")));
    assertNotEquals(header(first, "svix-signature"), header(again, "svix-signature"));
    assertThrows(UnknownIdException.class, () -> world.webhooks().redeliver("msg_none"));
  }

  @Test
  void theSecretBeforeSignsForADay() throws Exception {
    String old = world.webhooks().secret("stackauth");
    String fresh = world.webhooks().rotateSecret("stackauth");

    assertNotEquals(old, fresh);
    assertEquals(fresh, world.stackAuth().webhookSecret());
    assertEquals(fresh, world.stackAuth().configuration().get("keyway.stack-auth.webhook-secrets"));
    assertNotEquals(fresh, world.webhooks().secret("stytch"));
    create("Ada");
    assertEquals(2, signatures());
    world.clock().advance(Webhooks.ROTATION_OVERLAP);
    create("Grace");
    assertEquals(1, signatures());
    assertThrows(UnknownIdException.class, () -> world.webhooks().rotateSecret("nobody"));
  }

  private int signatures() {
    return header(world.webhooks().await("user.created"), "svix-signature").split(" ").length;
  }

  @Test
  void resetForgetsEventsAndKeepsTheSecret() throws Exception {
    String secret = world.webhooks().secret("stytch");
    create("Ada");
    world.reset();
    assertEquals(List.of(), world.webhooks().events());
    assertEquals(secret, world.webhooks().secret("stytch"));
  }

  @Test
  void aCheckpointBringsBackEventsAndSecrets() throws Exception {
    create("Ada");
    List<WebhookEvent> events = world.webhooks().events();
    String secret = world.webhooks().secret("stackauth");
    Checkpoint checkpoint = world.checkpoint();
    create("Grace");
    world.webhooks().await("user.created");
    world.webhooks().rotateSecret("stackauth");

    world.restore(checkpoint);

    assertEquals(events, world.webhooks().events());
    assertEquals(events.get(0), world.webhooks().await("user.created"));
    assertEquals(secret, world.webhooks().secret("stackauth"));
  }

  @Test
  void aSeedPinsTheSecretAndMakesNoEvents() {
    Seed seed =
        Seed.parse(
            """
            worlds:
              - name: pinned
                stackauth: {webhookSecret: whsec_c3RhY2sgYXV0aCBzZWNyZXQ=}
                stytch: {webhookSecret: whsec_c3R5dGNoIHNlY3JldCwgc28=}
                users: [{emails: [{address: ada@example.com}]}]
            """,
            "pinned.yaml");
    try (AuthEmulator emulator = AuthEmulator.start()) {
      World loaded = emulator.load(seed).get(0);
      assertEquals("whsec_c3RhY2sgYXV0aCBzZWNyZXQ=", loaded.webhooks().secret("stackauth"));
      assertEquals("whsec_c3R5dGNoIHNlY3JldCwgc28=", loaded.stytch().webhookSecret());
      assertEquals(List.of(), loaded.webhooks().events());
    }
  }

  @Test
  void neitherSecretsNorPeopleStandInTexts() throws Exception {
    create("Ada");
    WebhookEvent event = world.webhooks().await("user.created");
    assertFalse(event.toString().contains("Ada"), event::toString);
    assertFalse(event.toString().contains("v1,"), event::toString);
    assertEquals(
        Map.of("content-type", List.of("application/json")),
        Map.of("content-type", event.headers().getOrDefault("content-type", List.of())));
  }
}
