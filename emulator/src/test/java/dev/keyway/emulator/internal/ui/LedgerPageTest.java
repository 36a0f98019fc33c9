package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.Wire;
import dev.keyway.emulator.internal.ui.Browser.Page;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerPageTest {
  private static final String FIND = "Operation, error, address, user or request id";

  private static final String ADA = "ada@example.com";

  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void theNewestRequestComesFirst() {
    scene.stytchCode(ADA);
    scene.wrongPassword(ADA);

    Page page = scene.open("/ledger");

    String first = page.document().select("tbody tr").get(0).text();
    assertTrue(first.contains("POST /api/v1/auth/password/sign-in"), first);
    assertTrue(first.contains("EMAIL_PASSWORD_MISMATCH"), first);
    assertTrue(first.contains("400"), first);
  }

  @Test
  void requestsAreFilteredByProviderOperationAndStatus() {
    scene.stytchCode(ADA);
    scene.wrongPassword(ADA);

    Page all = scene.open("/ledger");

    assertEquals(2, rows(all));
    assertEquals(1, rows(all.form("Show").fill("Provider", "Stytch").send()));
    assertEquals(1, rows(all.form("Show").fill("Status", "4xx, refused").send()));
    assertEquals(1, rows(all.form("Show").fill(FIND, "EMAIL_PASS").send()));
    assertEquals(2, rows(all.form("Show").fill(FIND, ADA).send()));
    Page none = all.form("Show").fill("Provider", "Stytch").fill("Status", "4xx, refused").send();
    assertEquals(0, rows(none));
    assertEquals(2, rows(none.follow("Show all requests")));
  }

  @Test
  void aRequestShowsWhatWasAskedAndAnsweredWithoutSecrets() {
    scene.wrongPassword(ADA);

    Page page = scene.open("/ledger").follow("POST /api/v1/auth/password/sign-in");

    assertEquals("Request #1", page.heading());
    assertTrue(page.text().contains(ADA));
    assertTrue(page.text().contains("[redacted]"));
    assertFalse(page.html().contains("not my password"));
  }

  @Test
  void anErrorIsExplainedWithItsCauseAndItsSource() {
    scene.wrongPassword(ADA);

    Page page = scene.open("/ledger/1");
    String why = page.document().expectFirst(".why").text();

    assertTrue(why.contains("Nobody in this project signs in with this address."), why);
    assertTrue(why.contains("Known from the vendor's own source code"), why);
    assertTrue(page.text().contains("ErrorCode.INVALID_CREDENTIALS"), page.text());
  }

  @Test
  void aFaultExplainsItself() {
    scene.world.faults().on("stytch.otp.*").times(1).respond(503);
    scene.stytchCode(ADA);

    assertTrue(
        scene.open("/ledger/1").document().expectFirst(".why").text().contains("A fault applied"));
  }

  @Test
  void aRequestForARouteThatIsNotBuiltSaysSoInTheListAndOnItsPage() throws Exception {
    assertEquals(
        501, Wire.stytch(scene.world).post("/v1/b2b/discovery/organizations", "{}").status());

    assertTrue(scene.open("/ledger").text().contains("not emulated yet"));
    String why = scene.open("/ledger/1").document().expectFirst(".why").text();
    assertTrue(why.contains("does not implement this route yet"), why);
  }

  @Test
  void whatWentWellNeedsNoExplanation() {
    scene.stytchCode(ADA);

    assertEquals(0, scene.open("/ledger/1").document().select(".why").size());
  }

  @Test
  void theLedgerCanBeEmptied() {
    scene.stytchCode(ADA);

    Page page = scene.open("/ledger").press("Empty ledger");

    assertTrue(page.text().contains("No request."));
    assertEquals(404, scene.browser.get(scene.at("/ledger/1")).status());
  }

  @Test
  void thePagesThemselvesAreNotRecorded() {
    scene.open("");
    scene.open("/ledger");

    assertTrue(scene.world.ledger().entries().isEmpty());
    assertTrue(scene.emulator.unmatchedRequests().entries().isEmpty());
  }

  @Test
  void requestsWithoutAWorldAreUnmatched() throws IOException, InterruptedException {
    Wire.to(scene.emulator.baseUrl())
        .with("x-stack-access-type", "client")
        .with("x-stack-project-id", "<b>nobody</b>")
        .post("/api/v1/auth/password/sign-in", "{}");

    Page page = scene.browser.open(Browser.UI + "/strays");

    assertEquals(1, rows(page));
    assertEquals(
        "Unmatched request #1", page.follow("POST /api/v1/auth/password/sign-in").heading());
    assertEquals(404, scene.browser.get(Browser.UI + "/strays/2").status());
  }

  private static int rows(Page page) {
    WellMade.check(page);
    return page.document().select("tbody tr").size();
  }
}
