package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Receiver;
import dev.keyway.emulator.WebhookEvent;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class WebhookRoutesTest {
  private static final String AWAIT = "/await?type=user.created&timeout=";

  private final World world;
  private final Control control;
  private final String path;

  WebhookRoutesTest(AuthEmulator emulator, World world) throws Exception {
    this.world = world;
    this.control = new Control(emulator);
    this.path = Control.of(world) + "/webhooks";
  }

  private WebhookEvent create() throws Exception {
    assertEquals(201, Wire.stackServer(world).post("/users", "{}").status());
    List<WebhookEvent> events = world.webhooks().events();
    return events.get(events.size() - 1);
  }

  @Test
  void anEventIsShownAsItIsPosted() throws Exception {
    WebhookEvent event = create();
    JsonNode view = control.get(path + "/" + event.id());

    assertEquals(event.body(), view.path("body").asText());
    assertEquals(3 + 1, view.path("headers").size());
    event
        .headers()
        .forEach(
            (name, values) ->
                assertEquals(values.get(0), view.path("headers").path(name).asText(), name));
    assertEquals("stackauth", view.path("provider").asText());
    assertEquals(view, control.get(path).at("/events/0"));
    assertFalse(view.toString().contains(world.stackAuth().webhookSecret()));
    control.refused(404, "not_found", "GET", path + "/msg_none", "");
  }

  @Test
  void anEventIsHandedOutOnceAndAgainWhenRedelivered() throws Exception {
    control.refused(404, "not_arrived", "GET", path + AWAIT + "PT0S", "");
    JsonNode event = Control.during(() -> control.get(path + AWAIT + "PT30S"), this::create);
    control.refused(404, "not_arrived", "GET", path + AWAIT + "PT0S", "");

    String id = event.path("id").asText();
    assertEquals(id, control.post(path + "/" + id + "/redeliver", "").path("id").asText());
    assertEquals(id, control.get(path + AWAIT + "PT0S").path("id").asText());
    control.refused(404, "not_found", "POST", path + "/msg_none/redeliver", "");
  }

  @Test
  void theListIsFilteredByTypeProviderAndPlace() throws Exception {
    String first = create().id();
    String second = create().id();
    Wire.stytch(world).post("/v1/users", "{\"email\":\"ada@example.com\"}");

    assertEquals(3, control.get(path).path("events").size());
    assertEquals(2, control.get(path + "?type=user.created").path("events").size());
    assertEquals(1, control.get(path + "?provider=stytch").path("events").size());
    JsonNode later = control.get(path + "?type=user.created&after=" + first).path("events");
    assertEquals(1, later.size());
    assertEquals(second, later.at("/0/id").asText());
    control.refusedFor("after", "GET", path + "?after=msg_none", "");

    control.delete(path);
    assertEquals(0, control.get(path).path("events").size());
  }

  @Test
  void receiversAreNamedAndGetWhatIsMadeFromThenOn() throws Exception {
    try (Receiver receiver = new Receiver()) {
      String url = receiver.url().toString();
      JsonNode targets = control.post(path + "/targets", "{\"url\":\"" + url + "\"}");
      assertEquals(url, targets.at("/urls/0").asText());
      assertEquals(targets, control.get(path + "/targets"));

      String id = create().id();
      JsonNode tried = control.get(path + "/" + id + "/attempts?timeout=PT60S");
      assertEquals(200, tried.at("/attempts/0/status").asInt());
      assertTrue(tried.at("/attempts/0/delivered").asBoolean());
      assertEquals(url, tried.at("/attempts/0/target").asText());
      assertEquals(List.of(id), receiver.ids());
      control.refused(
          404, "not_arrived", "GET", path + "/" + id + "/attempts?count=2&timeout=PT0S", "");

      control.delete(path + "/targets?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8));
      assertEquals(0, control.get(path + "/targets").path("urls").size());
    }
  }

  @Test
  void whatIsNotOnThisMachineIsNoReceiver() throws Exception {
    for (String url : List.of("http://example.com/", "https://localhost/", "/hook", "http://[")) {
      control.refused(400, "invalid", "POST", path + "/targets", "{\"url\":\"" + url + "\"}");
    }
    assertEquals(0, control.get(path + "/targets").path("urls").size());
  }

  @Test
  void anEventOfOnesOwnIsSignedLikeOthers() throws Exception {
    JsonNode event =
        control.post(path, "{\"provider\":\"stytch\",\"type\":\"moon.rising\",\"body\":\"{}\"}");
    assertEquals("{}", event.path("body").asText());
    assertTrue(event.at("/headers/svix-signature").asText().startsWith("v1,"), event::toString);
    assertEquals(event, control.get(path + "/await?type=moon.rising&timeout=PT0S"));
    control.refusedFor(
        "provider", "POST", path, "{\"provider\":\"any\",\"type\":\"x\",\"body\":\"{}\"}");
  }

  @Test
  void deliveryIsChangedFieldByField() throws Exception {
    JsonNode changed = control.patch(path + "/delivery", "{\"duplicated\":true}");
    assertTrue(changed.path("duplicated").asBoolean());
    assertFalse(changed.path("shuffled").asBoolean());
    assertEquals("PT15S", changed.path("timeout").asText());
    control.patch(path + "/delivery", "{\"shuffled\":true,\"timeout\":\"PT1S\"}");
    assertEquals(
        "{\"shuffled\":true,\"duplicated\":true,\"timeout\":\"PT1S\",\"failing\":0}",
        control.get(path + "/delivery").toString());
    control.refusedFor("timeout", "PATCH", path + "/delivery", "{\"timeout\":\"PT0S\"}");
  }

  @Test
  void attemptsFailAsAskedFor() throws Exception {
    try (Receiver receiver = new Receiver()) {
      world.webhooks().deliverTo(receiver.url());
      assertEquals(
          2,
          control
              .post(path + "/faults", "{\"fault\":\"error\",\"times\":2}")
              .path("failing")
              .asInt());
      String id = create().id();
      JsonNode failed = control.get(path + "/" + id + "/attempts?timeout=PT60S");
      assertEquals(500, failed.at("/attempts/0/status").asInt());
      assertEquals(1, control.get(path + "/delivery").path("failing").asInt());
      control.delete(path + "/faults");
      assertEquals(0, control.get(path + "/delivery").path("failing").asInt());
      control.post(path + "/faults", "{\"fault\":\"down\"}");
      JsonNode down =
          control.get(path + "/" + create().id() + "/attempts?timeout=PT60S").at("/attempts/0");
      assertFalse(down.has("status"));
      assertFalse(down.path("failure").asText().isEmpty());
      assertEquals(List.of(), receiver.ids());
    }
    control.refusedFor("fault", "POST", path + "/faults", "{\"fault\":\"gone\"}");
    control.refusedFor("times", "POST", path + "/faults", "{\"fault\":\"slow\",\"times\":0}");
  }

  @Test
  void aNewSecretIsHandedOutAndSignsBesideTheOldOne() throws Exception {
    String before = world.stackAuth().webhookSecret();
    JsonNode rotated = control.post(path + "/rotate-secret", "{\"provider\":\"stackauth\"}");
    assertNotEquals(before, rotated.path("secret").asText());
    assertEquals(world.stackAuth().webhookSecret(), rotated.path("secret").asText());
    String signatures =
        control.get(path + "/" + create().id()).at("/headers/svix-signature").asText();
    assertEquals(2, signatures.split(" ", -1).length);
    control.refusedFor("provider", "POST", path + "/rotate-secret", "{\"provider\":\"any\"}");
  }
}
