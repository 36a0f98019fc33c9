package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class OutboxRoutesTest {
  private static final String AWAIT =
      "/outbox/await?to=ada@example.com&kind=one_time_code&timeout=";

  private final World world;
  private final Control control;
  private final String path;

  OutboxRoutesTest(AuthEmulator emulator, World world) throws Exception {
    this.world = world;
    this.control = new Control(emulator);
    this.path = Control.of(world);
  }

  private void send(String email) throws Exception {
    Wire.Reply reply =
        Wire.stytch(world)
            .post("/v1/otps/email/login_or_create", "{\"email\":\"%s\"}".formatted(email));
    assertEquals(200, reply.status(), reply.text());
  }

  @Test
  void aMailThatHasNotComeIsReported() throws Exception {
    send("grace@example.com");
    Wire.Reply reply = control.wire().get(path + AWAIT + "PT0S");

    assertEquals(404, reply.status());
    assertEquals("not_arrived", reply.json().at("/error/code").asText());
    assertTrue(reply.text().contains("grace@example.com"), "names what was sent instead");
    assertTrue(reply.text().contains("No one_time_code message"), reply.text());
    assertFalse(reply.text().contains("ONE_TIME_CODE"), reply.text());
  }

  @Test
  void aWaitIsReportedWithTheTimeThatWasAskedFor() throws Exception {
    Wire.Reply reply = control.wire().get(path + AWAIT + "PT0.7S");

    assertEquals("not_arrived", reply.json().at("/error/code").asText());
    assertTrue(reply.text().contains("within PT0.7S."), reply.text());
  }

  @Test
  void whoWaitsGetsTheMailWhenItComes() throws Exception {
    JsonNode mail =
        Control.during(() -> control.get(path + AWAIT + "PT30S"), () -> send("ada@example.com"));

    assertEquals("ada@example.com", mail.path("to").asText());
    assertTrue(mail.path("code").asText().matches("\\d{6}"), mail.path("code").asText());
  }

  @Test
  void aMailIsHandedOutOnceAndAgainWhenRedelivered() throws Exception {
    send("ada@example.com");
    JsonNode first = control.get(path + AWAIT + "PT0S");
    control.refused(404, "not_arrived", "GET", path + AWAIT + "PT0S", "");

    control.post(path + "/outbox/" + first.path("id").asText() + "/redeliver", "");
    assertEquals(first.path("id"), control.get(path + AWAIT + "PT0S").path("id"));
    control.refused(404, "not_found", "POST", path + "/outbox/m999/redeliver", "");
  }

  @Test
  void whoWaitsInAWorldThatIsDeletedIsToldSo() throws Exception {
    try (AuthEmulator alone = AuthEmulator.start()) {
      Control own = new Control(alone);
      String path = Control.of(alone.newWorld());

      Wire.Reply reply =
          Control.during(
              () -> own.wire().get(path + AWAIT + "PT60S"),
              () -> {
                while (own.get("/health").path("waiting").asInt() == 0) {
                  Thread.onSpinWait();
                }
                own.delete(path);
              });

      assertEquals(404, reply.status());
      assertEquals("not_found", reply.json().at("/error/code").asText());
    }
  }

  @Test
  void anAddressThatBouncesGetsNothing() throws Exception {
    control.post(path + "/outbox/bounces", "{\"address\":\"ada@example.com\"}");
    send("ada@example.com");

    control.refused(404, "not_arrived", "GET", path + AWAIT + "PT0S", "");
    assertTrue(control.get(path + "/outbox").at("/messages/0/bounced").asBoolean());
    assertEquals(
        "ada@example.com", control.get(path + "/outbox/bounces").at("/addresses/0").asText());

    control.delete(path + "/outbox/bounces/ADA%40example.com");
    send("ada@example.com");
    assertEquals("ada@example.com", control.get(path + AWAIT + "PT0S").path("to").asText());
  }

  @Test
  void theListIsFilteredByAddressKindAndPlace() throws Exception {
    send("ada@example.com");
    send("grace@example.com");
    Wire.stytch(world)
        .post("/v1/magic_links/email/login_or_create", "{\"email\":\"ada@example.com\"}");

    JsonNode all = control.get(path + "/outbox").path("messages");
    assertEquals(3, all.size());
    assertEquals(2, control.get(path + "/outbox?to=ADA@example.com").path("messages").size());
    JsonNode links = control.get(path + "/outbox?kind=magic_link").path("messages");
    assertEquals(1, links.size());
    assertNotEquals("", links.at("/0/link").asText());
    JsonNode later =
        control.get(path + "/outbox?to=ada@example.com&after=" + all.at("/0/id").asText());
    assertEquals(List.of(all.get(2)), List.of(later.at("/messages/0")));

    control.delete(path + "/outbox");
    assertEquals(0, control.get(path + "/outbox").path("messages").size());
  }
}
