package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.junit.EmulatorExtension;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class LedgerTest {
  private static final String UP = "stackauth.password.sign-up";
  private static final String IN = "stackauth.password.sign-in";
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\"}";

  private final Ledger ledger;

  LedgerTest(World world) {
    this.ledger = world.ledger();
  }

  /** Project, sign-up, sign-in (refused), project. */
  @BeforeEach
  void send(World world) throws Exception {
    Wire wire = Wire.stackClient(world);
    wire.get("/projects/current");
    wire.post("/auth/password/sign-up", ADA);
    wire.post("/auth/password/sign-in", ADA.replace("horse", "camel"));
    wire.get("/projects/current");
  }

  private LedgerEntry last() {
    return ledger.entries().get(ledger.entries().size() - 1);
  }

  @Test
  void theCauseTellsAWrongPasswordFromAWrongSecret(World world) throws Exception {
    Wire.stytch(world).post("/v1/passwords", ADA);
    Wire.stytch(world).post("/v1/passwords/authenticate", ADA.replace("horse", "camel"));
    LedgerEntry password = last();
    Wire.stytch(world)
        .with("authorization", basic(world.stytch().projectId(), "another secret"))
        .post("/v1/passwords/authenticate", ADA);
    LedgerEntry secret = last();

    assertEquals(password.errorCode(), secret.errorCode());
    assertSays(String.valueOf(password.cause()), "The password is wrong");
    assertEquals("INVALID_CREDENTIALS", password.neutralCode());
    assertSays(String.valueOf(secret.cause()), "the project's secret is wrong");
    assertEquals("PROJECT_CREDENTIALS_REFUSED", secret.neutralCode());
  }

  @Test
  void entriesAreFoundByUserByAddressAndByRequestId() {
    LedgerEntry refused = ledger.entries(IN).get(0);

    assertEquals("ada@example.com", refused.address());
    assertEquals("INVALID_CREDENTIALS", refused.neutralCode());
    assertSays(String.valueOf(refused.cause()), "The password is wrong");
    String user = Objects.requireNonNull(refused.userId());
    assertEquals(List.of(UP, IN), operations(ledger.entriesAbout(user)));
    assertEquals(List.of(UP, IN), operations(ledger.entriesAbout("Ada@Example.com")));
    String requestId = Objects.requireNonNull(refused.requestId());
    assertEquals(Optional.of(refused), ledger.find(requestId));
    assertEquals(Optional.empty(), ledger.find("nobody's"));
  }

  private static List<String> operations(List<LedgerEntry> entries) {
    return entries.stream().map(LedgerEntry::operation).toList();
  }

  private static String basic(String user, String secret) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  private static String failureOf(Runnable check) {
    return String.valueOf(assertThrows(AssertionError.class, check::run).getMessage());
  }

  private static void assertSays(String text, String part) {
    assertTrue(text.contains(part), text);
  }

  @Test
  void operationsInTheirOrderPassWhateverCameBetween() {
    String first = ledger.entries().get(0).operation();
    ledger.verify(first, UP, IN, first);
    ledger.verify(UP, first);
    ledger.verify();
  }

  @Test
  void theWrongOrderIsToldWithWhatCameBefore() {
    String failure = failureOf(() -> ledger.verify(IN, UP));

    assertSays(failure, "The second of these, " + UP + ", did not come after #3.");
    assertSays(failure, "Near it came:");
    assertSays(failure, "#2 " + UP + " (POST /api/v1/auth/password/sign-up) -> 200");
  }

  @Test
  void whatIsNamedTwiceMustComeTwice() {
    assertSays(failureOf(() -> ledger.verify(UP, UP)), "did not come after #2");
  }

  @Test
  void aCountIsExact() {
    ledger.verifyCount(UP, 1);
    ledger.verifyCount("stackauth.otp.sign-in", 0);
    assertSays(failureOf(() -> ledger.verifyCount(UP, 2)), "2 times, but it came 1 times");
    assertSays(failureOf(() -> ledger.verifyCount(UP, 0)), "0 times, but it came 1 times");
  }

  @Test
  void operationsOfTheSameAreaAreNearAndToldWithTheirErrors() {
    String failure = failureOf(() -> ledger.verifyCount("stackauth.password.update", 1));

    String near = failure.substring(failure.indexOf("Near it"), failure.indexOf("All that came"));
    assertSays(near, "#2 " + UP);
    assertSays(near, "#3 " + IN);
    assertSays(near, "EMAIL_PASSWORD_MISMATCH");
    assertFalse(near.contains("#1"), near);
    assertFalse(failure.contains("camel"), "no secret");
  }

  @Test
  void aMisspeltOperationIsNoPassedTest() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> ledger.verifyCount("stackauth.password.signup", 0));

    assertSays(String.valueOf(refusal.getMessage()), UP);
    assertThrows(IllegalArgumentException.class, () -> ledger.verify("stackauth.passwords"));
  }

  @Test
  void anEmptyLedgerSaysSo() {
    ledger.clear();

    assertSays(failureOf(() -> ledger.verify(UP)), "No request came.");
  }
}
