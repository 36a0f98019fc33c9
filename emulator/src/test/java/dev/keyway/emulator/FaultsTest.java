package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class FaultsTest {
  private static final String SIGN_UP = "stackauth.password.sign-up";
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\"}";

  private final World world;
  private final Wire wire;

  FaultsTest(World world) {
    this.world = world;
    this.wire = Wire.stackClient(world);
  }

  @BeforeEach
  void theConstructorsWorldIsTheTestsWorld(World same) {
    assertEquals(world, same);
  }

  private Wire.Reply signUp() throws IOException, InterruptedException {
    return wire.post("/auth/password/sign-up", ADA);
  }

  @Test
  void aFaultFiresAsOftenAsItWasTold() throws Exception {
    Fault fault = world.faults().on(SIGN_UP).times(1).header("retry-after", "7").respond(429);

    Wire.Reply limited = signUp();
    assertEquals(429, limited.status());
    assertEquals("7", limited.header("retry-after").orElse(""));
    assertEquals(200, signUp().status());
    assertEquals(1, fault.fired());
    assertEquals(OptionalInt.of(0), fault.remaining());
    assertEquals("respond 429", world.ledger().entries(SIGN_UP).get(0).fault());
  }

  @Test
  void stytchFaultsHaveStytchsShape() throws Exception {
    world.faults().on("stytch.password.*").respond(503);

    assertEquals(
        "server_unavailable",
        Wire.stytch(world).post("/v1/passwords/authenticate", ADA).at("error_type"));
  }

  @Test
  void aDroppedRequestIsNotProcessedAndALostResponseIs() throws Exception {
    world.faults().on(SIGN_UP).times(1).drop();
    assertThrows(IOException.class, this::signUp);

    world.faults().on(SIGN_UP).times(1).dropAfterProcessing();
    assertThrows(IOException.class, this::signUp);

    assertEquals("USER_EMAIL_ALREADY_EXISTS", signUp().at("code"));
    assertEquals(0, world.ledger().entries(SIGN_UP).get(0).status());
  }

  @Test
  void aTruncatedAnswerIsNoJson() throws Exception {
    world.faults().on(SIGN_UP).truncate();

    Wire.Reply reply = signUp();

    assertEquals(200, reply.status());
    assertTrue(reply.json().isMissingNode(), reply.text());
  }

  @Test
  void anAnswerCanBeMislabelled() throws Exception {
    world.faults().on(SIGN_UP).contentType("text/html");

    assertEquals("text/html", signUp().header("content-type").orElse(""));
  }

  @Test
  void ofTwoHeldSignUpsExactlyOneWins() throws Exception {
    HeldRequests held = world.faults().on(SIGN_UP).hold();
    CompletableFuture<Integer> one = CompletableFuture.supplyAsync(this::statusOfSignUp);
    CompletableFuture<Integer> other = CompletableFuture.supplyAsync(this::statusOfSignUp);
    held.awaitArrival(2, Duration.ofMinutes(5));
    assertFalse(one.isDone());

    held.release();

    assertEquals(200 + 409, one.join() + other.join());
    assertEquals(0, world.faults().active().size());
  }

  @Test
  void aMisspeltOperationIsNoFault() {
    Faults faults = world.faults();
    assertEquals(
        "There is no operation stackauth.pasword.signup;"
            + " did you mean stackauth.password.sign-up?",
        assertThrows(IllegalArgumentException.class, () -> faults.on("stackauth.pasword.signup"))
            .getMessage());
    assertEquals(
        "There is no operation nonsense",
        assertThrows(IllegalArgumentException.class, () -> faults.on("nonsense")).getMessage());
  }

  @Test
  void everyNthRequestAfterTheFirstFewMeetsTheFault() throws Exception {
    Fault fault = world.faults().on(SIGN_UP).after(1).every(2).times(2).respond(503);

    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      statuses.add(signUp().status());
    }

    assertEquals(List.of(200, 409, 503, 409, 503, 409, 409), statuses);
    assertEquals(2, fault.fired());
  }

  @Test
  void anAnswerOfAnyKindCanBeGiven() throws Exception {
    world
        .faults()
        .on(SIGN_UP)
        .times(1)
        .header("server", "proxy")
        .respond(302, "text/html", "<h1>Sign in to the network</h1>");
    Wire.Reply page = signUp();
    world.faults().on(SIGN_UP).respond(400, "application/json", "{\"password\":\"hunter2\"}");
    signUp();

    assertEquals(302, page.status());
    assertEquals("text/html", page.header("content-type").orElse(""));
    assertEquals("proxy", page.header("server").orElse(""));
    assertEquals("<h1>Sign in to the network</h1>", page.text());
    assertFalse(world.ledger().entries().get(1).answer().contains("hunter2"));
  }

  @Test
  void whatIsNoHeaderIsRefused() {
    Faults.Builder fault = world.faults().on(SIGN_UP);
    String twoLines = "a\r\nset-cookie: b=c";
    assertThrows(IllegalArgumentException.class, () -> fault.header("x", twoLines));
    assertThrows(IllegalArgumentException.class, () -> fault.header(twoLines, "x"));
    assertThrows(IllegalArgumentException.class, () -> fault.respond(200, twoLines, ""));
  }

  @Test
  void aRateLimitCountsByTheWorldsClockAndSaysWhenToComeBack() throws Exception {
    world.clock().freeze();
    Fault limit = world.faults().on(SIGN_UP).rateLimit(2, Duration.ofSeconds(10));

    assertEquals(200, signUp().status());
    world.clock().advance(Duration.ofMillis(3_500));
    assertEquals(409, signUp().status());
    Wire.Reply limited = signUp();
    assertEquals(429, limited.status());
    assertEquals("Too many requests", limited.at("message"));
    assertEquals("7", limited.header("retry-after").orElse(""));

    world.clock().advance(Duration.ofSeconds(7));
    assertEquals(409, signUp().status());
    assertEquals(1, limit.fired());
  }

  @Test
  void aRateLimitOutlivesAClockThatIsSetBack() throws Exception {
    world.faults().on(SIGN_UP).rateLimit(1, Duration.ofSeconds(10));
    assertEquals(200, signUp().status());

    world.clock().advance(Duration.ofDays(-1));

    assertEquals(409, signUp().status(), "a window of its own");
    assertEquals(429, signUp().status());
  }

  @Test
  void theVendorsOwnLimitsAreOffUntilAskedFor() throws Exception {
    world.clock().freeze();
    assertEquals(4, world.faults().useVendorRateLimits());
    assertEquals(0, world.faults().useVendorRateLimits(), "they are on");

    for (int i = 0; i < 100; i++) {
      assertEquals(200, wire.get("/projects/current").status());
    }
    Wire.Reply limited = wire.get("/projects/current");
    assertEquals(429, limited.status());
    assertEquals("10", limited.header("retry-after").orElse(""));

    world.clock().advance(Duration.ofSeconds(10));
    assertEquals(200, wire.get("/projects/current").status());
    world.faults().clear();
    assertEquals(4, world.faults().useVendorRateLimits());
  }

  @Test
  void stytchCountsMagicLinksOfAllKindsPerAddress() throws Exception {
    world.clock().freeze();
    world.faults().useVendorRateLimits();
    Wire stytch = Wire.stytch(world);
    String ada = "{\"email\":\"ada@example.com\"}";

    assertEquals(200, stytch.post("/v1/magic_links/email/login_or_create", ada).status());
    Wire.Reply limited = stytch.post("/v1/magic_links/email/send", ada.replace("ada", "ADA"));
    assertEquals("too_many_requests", limited.at("error_type"));
    assertEquals(Optional.empty(), limited.header("retry-after"));
    assertEquals(
        200,
        stytch.post("/v1/magic_links/email/login_or_create", ada.replace("ada", "bob")).status());

    world.clock().advance(Duration.ofSeconds(1));
    assertEquals(200, stytch.post("/v1/magic_links/email/send", ada).status());
  }

  @Test
  void aHoldThatNobodyReleasesReleasesItself() throws Exception {
    HeldRequests held = world.faults().on(SIGN_UP).hold(Duration.ofMillis(200));
    assertTrue(held.timeLeft().compareTo(Duration.ofMillis(200)) <= 0);

    assertEquals(200, signUp().status());

    assertEquals(Duration.ZERO, held.timeLeft());
    assertEquals(List.of(), world.faults().active());
    assertEquals(409, signUp().status());
    assertEquals(1, held.fired());
  }

  @Test
  void manyHeldRequestsKeepNobodyElseWaiting(AuthEmulator emulator) throws Exception {
    int many = 300;
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    emulator.baseUrl()
                        + "/api/v1/projects/"
                        + world.stackAuth().projectId()
                        + "/.well-known/jwks.json"))
            .build();
    HeldRequests held = world.faults().on("stackauth.jwks.get").hold();
    List<CompletableFuture<HttpResponse<Void>>> waiting = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      waiting.add(client.sendAsync(request, HttpResponse.BodyHandlers.discarding()));
    }
    held.awaitArrival(many, Duration.ofMinutes(5));

    try (World other = emulator.newWorld()) {
      assertEquals(200, Wire.stackClient(other).post("/auth/password/sign-up", ADA).status());
    }
    assertEquals(200, signUp().status());

    held.release();
    for (CompletableFuture<HttpResponse<Void>> one : waiting) {
      assertEquals(200, one.join().statusCode());
    }
  }

  @Test
  void aFaultIsFoundByItsId() {
    Fault one = world.faults().on(SIGN_UP).respond(503);
    Fault other = world.faults().on(SIGN_UP).respond(503);

    assertNotEquals(one.id(), other.id());
    assertEquals(Optional.of(other), world.faults().find(other.id()));
    other.remove();
    assertEquals(Optional.empty(), world.faults().find(other.id()));
    assertEquals(List.of(one), world.faults().active());
  }

  @Test
  void aFaultThatHasFiredOftenEnoughIsActiveOnlyWhileRequestsWaitForIt() throws Exception {
    HeldRequests held = world.faults().on(SIGN_UP).times(1).hold();
    CompletableFuture<Integer> one = CompletableFuture.supplyAsync(this::statusOfSignUp);
    held.awaitArrival(1, Duration.ofMinutes(5));

    assertEquals(Optional.of(held), world.faults().find(held.id()));
    world.faults().on(SIGN_UP).times(1).respond(503);
    assertEquals(503, signUp().status());
    assertEquals(List.of(held), world.faults().active());

    world.faults().clear();
    assertEquals(200, one.join());
    assertEquals(List.of(), world.faults().active());
  }

  @Test
  void aFaultThatIsOverIsKeptForAWhile() throws Exception {
    Fault first = world.faults().on(SIGN_UP).times(1).respond(503);
    signUp();
    assertEquals(Optional.of(first), world.faults().find(first.id()));

    for (int i = 0; i < 102; i++) {
      world.faults().on("stackauth.jwks.get").hold(Duration.ofNanos(1));
    }

    assertEquals(Optional.empty(), world.faults().find(first.id()));
    assertEquals(List.of(), world.faults().active());
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aDelayEndsWhenItIsRemoved() throws Exception {
    Fault delay = world.faults().on(SIGN_UP).times(1).delay(Duration.ofMinutes(1));
    CompletableFuture<Integer> late = CompletableFuture.supplyAsync(this::statusOfSignUp);
    HeldRequests held = world.faults().on(SIGN_UP).hold();
    CompletableFuture<Integer> other = CompletableFuture.supplyAsync(this::statusOfSignUp);
    held.awaitArrival(1, Duration.ofMinutes(5));
    // The other request's thread has met the delay, and may not wait for it yet.
    while (!world.faults().active().equals(List.of(delay, held))) {
      Thread.onSpinWait();
    }

    delay.remove();
    held.release();

    assertEquals(200 + 409, late.join() + other.join());
  }

  private int statusOfSignUp() {
    try {
      return signUp().status();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
