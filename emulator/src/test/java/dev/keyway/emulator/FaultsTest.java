package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    held.awaitArrival(2, Duration.ofSeconds(10));
    assertFalse(one.isDone());

    held.release();

    assertEquals(200 + 409, one.join() + other.join());
    assertEquals(0, world.faults().active().size());
  }

  @Test
  void aMisspeltOperationIsNoFault() {
    assertThrows(
        IllegalArgumentException.class, () -> world.faults().on("stackauth.pasword.sign-up"));
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
