package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class FaultRoutesTest {
  private static final String SIGN_UP = "stackauth.password.sign-up";
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\"}";

  private final World world;
  private final Control control;
  private final String faults;

  FaultRoutesTest(AuthEmulator emulator, World world) throws Exception {
    this.world = world;
    this.control = new Control(emulator);
    this.faults = Control.of(world) + "/faults";
  }

  private Wire.Reply signUp() throws IOException, InterruptedException {
    return Wire.stackClient(world).post("/auth/password/sign-up", ADA);
  }

  private JsonNode plant(String rest) throws Exception {
    return control.post(faults, "{\"operation\":\"%s\",%s}".formatted(SIGN_UP, rest));
  }

  @Test
  void aMisspeltOperationIsRefused() throws Exception {
    control.refused(
        400,
        "invalid",
        "POST",
        faults,
        "{\"operation\":\"stackauth.passwrod.sign-up\",\"effect\":\"drop\"}");
  }

  @Test
  void aFaultIsCountedAndRunsOut() throws Exception {
    JsonNode planted =
        plant(
            "\"effect\":\"respond\",\"status\":429,\"times\":2,\"headers\":{\"retry-after\":\"7\"}");
    String one = faults + "/" + planted.path("id").asText();

    assertEquals("7", signUp().header("retry-after").orElse(""));
    assertEquals(1, control.get(one).path("fired").asInt());
    assertEquals(1, control.get(faults).at("/faults/0/remaining").asInt());

    assertEquals(429, signUp().status());
    assertEquals(200, signUp().status());
    assertEquals(0, control.get(faults).path("faults").size());
    assertEquals(0, control.get(one).path("remaining").asInt());
  }

  @Test
  void aFaultThatIsRemovedFiresNoMore() throws Exception {
    String one = plant("\"effect\":\"drop\"").path("id").asText();
    assertThrows(IOException.class, this::signUp);

    control.delete(faults + "/" + one);
    assertEquals(200, signUp().status());
    control.refused(404, "not_found", "DELETE", faults + "/" + one, "");
  }

  @Test
  void allFaultsAreRemovedAtOnce() throws Exception {
    plant("\"effect\":\"drop\"");
    plant("\"effect\":\"truncate\"");
    control.delete(faults);

    assertEquals(0, control.get(faults).path("faults").size());
    assertEquals(200, signUp().status());
  }

  @Test
  void aRequestIsHeldUntilItIsReleased() throws Exception {
    String one = faults + "/" + plant("\"effect\":\"hold\",\"times\":1").path("id").asText();

    Wire.Reply reply =
        Control.during(
            this::signUp,
            () -> {
              JsonNode held = control.get(one + "/held?count=1&timeout=PT30S");
              assertEquals(1, held.path("waiting").asInt());
              assertEquals(
                  1, control.get(Control.of(world) + "/held").at("/faults/0/waiting").asInt());
              assertEquals(0, world.accounts().list().size());
              control.post(one + "/release", "{\"count\":1,\"timeout\":\"PT5S\"}");
            });

    assertEquals(200, reply.status());
  }

  @Test
  void aReleaseWhoseRequestsDoNotComeReleasesNothing() throws Exception {
    String one = faults + "/" + plant("\"effect\":\"hold\"").path("id").asText();

    control.refused(404, "not_arrived", "GET", one + "/held?timeout=PT0S", "");
    control.refused(
        404, "not_arrived", "POST", one + "/release", "{\"count\":1,\"timeout\":\"PT0S\"}");
    assertEquals(1, control.get(faults).path("faults").size());

    control.post(one + "/release", "");
    assertEquals(200, signUp().status());
  }

  @Test
  void whatHoldsNothingCannotBeReleased() throws Exception {
    String one = faults + "/" + plant("\"effect\":\"drop\"").path("id").asText();

    control.refused(409, "not_holding", "POST", one + "/release", "");
    control.refused(409, "not_holding", "GET", one + "/held", "");
  }

  @Test
  void theBodyOfAnAnswerCanBeAnything() throws Exception {
    plant("\"effect\":\"respond\",\"status\":502,\"body\":\"<h1>Bad gateway</h1>\",\"times\":1");
    Wire.Reply reply = signUp();

    assertEquals(502, reply.status());
    assertEquals("<h1>Bad gateway</h1>", reply.text());
    assertEquals("text/html", reply.header("content-type").orElse(""));
  }

  @Test
  void everySecondRequestFailsAfterTheFirst() throws Exception {
    plant("\"effect\":\"respond\",\"status\":503,\"after\":1,\"every\":2");

    assertEquals(200, signUp().status());
    assertEquals(
        1, (signUp().status() == 503 ? 1 : 0) + (signUp().status() == 503 ? 1 : 0), "one of two");
  }

  @Test
  void aRateLimitGoesByTheWorldsClock() throws Exception {
    world.clock().freeze();
    plant("\"effect\":\"rate_limit\",\"requests\":1,\"per\":\"PT1M\"");

    assertEquals(200, signUp().status());
    Wire.Reply limited = signUp();
    assertEquals(429, limited.status());
    assertTrue(limited.header("retry-after").isPresent());

    control.post(Control.of(world) + "/clock/advance", "{\"by\":\"PT1M\"}");
    assertEquals("USER_EMAIL_ALREADY_EXISTS", signUp().at("code"));
  }

  @Test
  void theVendorsOwnLimitsAreAPreset() throws Exception {
    assertTrue(control.post(faults + "/vendor-rate-limits", "").path("planted").asInt() > 0);
  }

  @Test
  void aHoldEndsByItselfAtItsDeadline() throws Exception {
    JsonNode held = plant("\"effect\":\"hold\",\"longest\":\"PT0.01S\"");

    assertEquals(200, signUp().status());
    assertTrue(held.has("timeLeft"));
  }
}
