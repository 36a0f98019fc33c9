package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.Account;
import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.internal.ui.Browser.Page;
import dev.keyway.emulator.seed.Seed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsersPageTest {
  private static final String ADA = "ada@example.com";
  private static final String GRACE = "grace@example.com";

  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void withoutUsersThePageSaysSo() {
    assertTrue(scene.open("/users").text().contains("No user yet."));
  }

  @Test
  void theUsersOfBothProvidersAreListed() {
    stackUser(ADA, "Ada Lovelace");
    stytchUser(GRACE);

    Page page = scene.open("/users");

    assertEquals(2, rows(page));
    assertTrue(page.text().contains("Ada Lovelace"));
    assertTrue(page.text().contains(GRACE));
    assertEquals(1, rows(page.form("Show").fill("Provider", "Stytch").send()));
    assertEquals(1, rows(page.form("Show").fill("Name, address or id", "LOVELACE").send()));
    assertTrue(
        page.form("Show")
            .fill("Name, address or id", "nobody")
            .send()
            .text()
            .contains("No user is like that."));
  }

  @Test
  void aUserShowsAddressesFactorsAndSessions() {
    Account ada = stytchUser(ADA);

    Page page = scene.open("/users").follow(ADA);

    assertTrue(page.text().contains(ada.id()));
    assertTrue(page.text().contains(ada.sessions().get(0).id()));
    assertTrue(page.document().select(".badge").eachText().contains("password"));
  }

  @Test
  void aUserShowsKeysWalletsAndApps() {
    scene.world.load(
        Seed.parse(
            """
            worlds:
              - name: held
                stytch:
                  connectedApps: [{clientId: calendar, type: third_party, name: <b>Calendar</b>}]
                users:
                  - on: [stackauth]
                    emails: [{address: ada@example.com}]
                    stackauth:
                      apiKeys: [{key: sk_not-to-be-shown, description: Nightly build}]
                  - on: [stytch]
                    emails: [{address: grace@example.com}]
                    stytch:
                      cryptoWallets:
                        - {type: ethereum, address: "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23"}
                      biometricRegistrations: [{verified: false}]
                      connectedApps: [{app: calendar, scopes: [openid, email]}]
            """,
            "held"));

    String ada = scene.open("/users").follow(ADA).text();
    String grace = scene.open("/users").follow(GRACE).text();

    assertTrue(ada.contains("Nightly build never expires"), ada);
    assertFalse(ada.contains("not-to-be-shown"), ada);
    assertTrue(grace.contains("0x2c7536E3605D9C16a7a3D7b1898e529396a65c23 verified"), grace);
    assertTrue(grace.contains("(no name) not verified"), grace);
    assertTrue(grace.contains("calendar <b>Calendar</b> allowed: openid email"), grace);
  }

  @Test
  void aUserIsLockedAndUnlocked() {
    Account ada = stytchUser(ADA);

    Page locked = scene.open("/users/" + ada.id()).press("Lock");
    assertTrue(locked.document().select(".badge").eachText().contains("locked"));
    assertTrue(find(ada).locked());

    locked.press("Unlock");
    assertFalse(find(ada).locked());
  }

  @Test
  void aStackUserIsLockedToo() {
    Account ada = stackUser(ADA, "Ada");

    scene.open("/users/" + ada.id()).press("Lock");

    assertTrue(find(ada).locked());
  }

  @Test
  void allSessionsOfAUserAreEnded() {
    Account ada = stytchUser(ADA);
    Account grace = stytchUser(GRACE);

    Page page = scene.open("/users/" + ada.id()).press("End all sessions");

    assertTrue(page.text().contains("All sessions of the user have ended."));
    assertTrue(page.text().contains("The user has no session."));
    assertEquals(0, find(ada).sessions().size());
    assertEquals(1, find(grace).sessions().size());
  }

  @Test
  void theCodeOfTheAuthenticatorAppFollowsTheClock() {
    scene.world.clock().freezeAt(Instant.parse("2030-01-01T00:00:10Z"));
    Account ada = stytchUser(ADA);
    String secret = scene.stytch("/v1/totps", "{\"user_id\":\"" + ada.id() + "\"}").at("secret");
    VirtualTotpDevice app = scene.world.devices().totp("phone", secret);

    Page frozen = scene.open("/users/" + ada.id());
    assertEquals(app.code(), frozen.document().expectFirst(".big-code").text());
    assertTrue(frozen.text().contains("The clock is frozen"));

    scene.world.clock().advance(Duration.ofMinutes(1));
    scene.world.clock().resume();
    Page running = scene.open("/users/" + ada.id());

    assertTrue(running.document().expectFirst("[data-left]").text().endsWith(" s"));
  }

  @Test
  void aUserOfAnotherWorldIsNotThere() {
    Account ada = stytchUser(ADA);
    String other = Scene.at(scene.emulator.newWorld(), "/users/" + ada.id());

    assertEquals(404, scene.browser.get(other).status());
    assertEquals(404, scene.browser.get(scene.at("/users/nobody")).status());
  }

  private Account stytchUser(String email) {
    scene.stytch(
        "/v1/passwords",
        "{\"email\":\"%s\",\"password\":\"my horse reads maps at noon\",\"session_duration_minutes\":60}"
            .formatted(email));
    return account(email);
  }

  private Account stackUser(String email, String name) {
    scene.stack(
        "/users",
        "{\"primary_email\":\"%s\",\"display_name\":%s,\"primary_email_auth_enabled\":true}"
            .formatted(email, Scene.quoted(name)));
    return account(email);
  }

  private Account account(String email) {
    return scene.world.accounts().list().stream()
        .filter(a -> a.contacts().stream().anyMatch(c -> c.value().equals(email)))
        .findFirst()
        .orElseThrow();
  }

  private Account find(Account account) {
    return scene.world.accounts().find(account.id()).orElseThrow();
  }

  private static int rows(Page page) {
    WellMade.check(page);
    return page.document().select("tbody tr").size();
  }
}
