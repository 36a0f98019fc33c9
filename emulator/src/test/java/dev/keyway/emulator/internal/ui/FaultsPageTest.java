package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.HeldRequests;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.fault.FaultKind;
import dev.keyway.emulator.internal.ui.Browser.Page;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsPageTest {
  private static final String OPERATION = "stytch.otp.email-login-or-create";

  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void withoutFaultsNothingIsBroken() {
    assertTrue(scene.open("/faults").text().contains("There are no faults."));
  }

  @Test
  void aFaultIsArmedAndFiresAsOftenAsAsked() {
    Page page = form().fill("Status", "503").fill("Maximum number of times", "2").press();
    assertTrue(page.text().contains("respond 503"));

    int first = code();
    Page after = scene.open("/faults");

    assertEquals(503, first);
    assertEquals("1", after.document().select("tbody td").get(1).text());
    assertEquals("1", after.document().select("tbody td").get(2).text());
    assertEquals(503, code());
    assertEquals(200, code());
  }

  @Test
  void theFirstRequestsCanBeLeftAlone() {
    form().fill("Skip the first requests", "1").press();

    assertEquals(200, code());
    assertEquals(503, code());
  }

  @Test
  void onlyEveryNthRequestCanBeMet() {
    form().fill("Only every nth request", "2").press();

    assertEquals(200, code());
    assertEquals(503, code());
    assertEquals(200, code());
  }

  @Test
  void theRateCanBeLimited() {
    form()
        .fill("What happens", "Limit the rate: 429 with Retry-After")
        .fill("Requests", "1")
        .fill("in seconds", "60")
        .press();

    assertEquals(200, code());
    assertEquals(429, code());
    scene.world.clock().advance(Duration.ofMinutes(2));
    assertEquals(200, code());
  }

  @Test
  void theVendorsRateLimitsCanBeUsed() {
    Page page = scene.open("/faults").press("Use the real rate limits");

    assertFalse(scene.world.faults().active().isEmpty());
    assertEquals(scene.world.faults().active().size(), page.document().select("tbody tr").size());
  }

  @ParameterizedTest
  @CsvSource({
    "Respond with an error status,respond 503",
    "Hold the request until it is released,hold",
    "Delay the request,delay by PT1S",
    "'Drop the connection without processing the request',drop the connection",
    "'Process the request, then drop the response','process, then drop the connection'",
    "Send half of the response body,send half of the body",
    "Send another content type,label the answer text/html"
  })
  void everyEffectCanBeChosen(String effect, String words) {
    form().fill("What happens", effect).press();

    assertEquals(words, scene.world.faults().active().get(0).effect());
  }

  @Test
  void everythingThatTheControlApiCanDoIsOffered() {
    assertEquals(
        FaultKind.values().length,
        scene.open("/faults").document().select("#fault-effect option").size());
  }

  @Test
  void nobodyWaitsLongerThanTwoMinutes() {
    Page page = form().fill("What happens", "Delay the request").force("millis", "120001").send();

    assertEquals(400, page.status());
  }

  @Test
  void aPrefixStandsForSeveralOperations() {
    form().fill("Operation", "stytch.otp.*").press();

    assertEquals(503, code());
  }

  @ParameterizedTest
  @CsvSource({
    "operation,''",
    "operation,stytch.nothing",
    "operation,<b>",
    "effect,explode",
    "status,200",
    "status,x",
    "status,''",
    "status,9999999999",
    "times,0",
    "times,-1",
    "after,1.5",
    "every,0"
  })
  void whatCannotBeIsSaidAndNothingIsArmed(String field, String value) {
    Page page = form().force(field, value).send();

    assertEquals(400, page.status());
    WellMade.check(page);
    assertTrue(page.text().contains("Not done:"), page.text());
    assertTrue(scene.world.faults().active().isEmpty());
  }

  @Test
  void whatWasTypedIsKeptWhenItIsRefused() {
    Page page = form().fill("Status", "200").fill("Maximum number of times", "7").send();

    assertEquals("200", page.document().expectFirst("#fault-status").val());
    assertEquals("7", page.document().expectFirst("#fault-times").val());
    assertEquals(OPERATION, page.document().expectFirst("#fault-operation").val());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html\r\nset-cookie: a=b", "text", "<b>/x", "text/html; a\nb"})
  void aContentTypeThatIsNoneIsRefused(String type) {
    Page page = form().fill("What happens", "Send another content type").force("type", type).send();

    assertEquals(400, page.status());
  }

  @Test
  void aFaultIsRemoved() {
    form().press();

    Page page = scene.open("/faults").press("Remove " + OPERATION + ": respond 503");

    assertTrue(page.text().contains("The fault was removed."));
    assertEquals(200, code());
  }

  @Test
  void allFaultsAreRemoved() {
    form().press();
    form().fill("Operation", "stackauth.*").press();

    scene.open("/faults").press("Remove all");

    assertTrue(scene.world.faults().active().isEmpty());
  }

  @Test
  void heldRequestsAreCountedAndReleased() {
    form().fill("What happens", "Hold the request until it is released").press();
    HeldRequests held = (HeldRequests) scene.world.faults().active().get(0);
    CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(this::code);
    held.awaitArrival(1, Duration.ofMinutes(5));

    Page page = scene.open("/faults");
    assertTrue(page.text().contains("1 held"));
    assertFalse(waiting.isDone());
    page.press("Release " + OPERATION + ": hold");

    assertEquals(200, waiting.orTimeout(5, TimeUnit.MINUTES).join());
  }

  @Test
  void aFaultOfAnotherWorldIsNotThere() {
    form().press();
    String id = scene.world.faults().active().get(0).id();
    World other = scene.emulator.newWorld();
    String token = scene.open("/faults").document().expectFirst("input[name=form-token]").val();

    Page page =
        scene.browser.post(Scene.at(other, "/faults/" + id + "/remove"), "form-token=" + token);

    assertEquals(404, page.status());
    assertEquals(1, scene.world.faults().active().size());
  }

  private Form form() {
    return scene.open("/faults").form("Add the fault").fill("Operation", OPERATION);
  }

  private int code() {
    Wire.Reply reply =
        scene.stytch("/v1/otps/email/login_or_create", "{\"email\":\"ada@example.com\"}");
    return reply.status();
  }
}
