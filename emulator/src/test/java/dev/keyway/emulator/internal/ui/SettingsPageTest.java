package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.internal.ui.Browser.Page;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import dev.keyway.emulator.stackauth.StackAuthSettings.MergeStrategy;
import dev.keyway.emulator.stytch.PasswordPolicy;
import dev.keyway.emulator.stytch.StytchSettings;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsPageTest {
  private static final String STACK_AUTH = "Change Stack Auth";
  private static final String STYTCH = "Change Stytch";

  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private StackAuthSettings stackAuth() {
    return scene.world.stackAuth().settings();
  }

  private StytchSettings stytch() {
    return scene.world.stytch().settings();
  }

  @Test
  void theMenuLeadsThere() {
    assertEquals("Settings", scene.open("").follow("Settings").heading());
  }

  @Test
  void whatAProjectHoldsIsShownWithoutItsSecrets() {
    scene.world.load(
        Seed.parse(
            """
            worlds:
              - name: held
                stackauth:
                  teams:
                    - id: 0b9f2a52-7a52-4a52-8a52-0b9f2a520002
                      name: Harvard
                      apiKeys: [{key: sk_not-to-be-shown, description: Nightly build}]
                  keySets:
                    - id: 0b9f2a52-7a52-4a52-8a52-0b9f2a520003
                      description: Second server
                      secretServerKey: ssk_not-to-be-shown
                      expiresAt: 2000-01-01T00:00:00Z
                stytch:
                  m2mClients:
                    - {clientId: reports, secret: not-to-be-shown, scopes: ["read:reports"]}
                  connectedApps:
                    - {clientId: calendar, type: first_party, secret: not-to-be-shown}
            """,
            "held"));

    String page = scene.open("/settings").text();

    assertTrue(page.contains("Harvard 0 members"), page);
    assertTrue(page.contains("Nightly build of team 0b9f2a52-7a52-4a52-8a52-0b9f2a520002"), page);
    assertTrue(page.contains("Second server secret, expired 2000-01-01T00:00:00Z"), page);
    assertTrue(page.contains("machine reports (no name) active: read:reports"), page);
    assertTrue(page.contains("connected app calendar (no name) first party"), page);
    assertFalse(page.contains("not-to-be-shown"), page);
  }

  @Test
  void sendingTheFormsAsTheyAreChangesNothing() {
    StackAuthSettings before = stackAuth();
    scene.world.stytch().configure(s -> s.passwordPolicy(PasswordPolicy.luds(9, 2)));
    StytchSettings stytchBefore = stytch();

    scene.open("/settings").press(STACK_AUTH).press(STYTCH);

    assertEquals(before, stackAuth());
    assertEquals(stytchBefore, stytch());
  }

  @Test
  void settingsOfEveryKindAreChanged() {
    Page page =
        scene
            .open("/settings")
            .form(STACK_AUTH)
            .fill("Display name", "<b>Shop</b>")
            .choose("Passkey enabled")
            .clear("Sign up enabled")
            .fill("Merge strategy", "raise_error")
            .fill("Oauth providers", "google\r\n\r\n github ")
            .fill("Trusted domains", "[{\"domain\":\"https://*.example.com\"}]")
            .fill("Access token lifetime", "PT1M")
            .press();

    assertTrue(page.text().contains("The settings were changed."), page.text());
    assertEquals("<b>Shop</b>", stackAuth().displayName());
    assertTrue(stackAuth().passkeyEnabled());
    assertFalse(stackAuth().signUpEnabled());
    assertEquals(MergeStrategy.RAISE_ERROR, stackAuth().mergeStrategy());
    assertEquals(List.of("google", "github"), stackAuth().oauthProviders());
    assertEquals("https://*.example.com", stackAuth().trustedDomains().get(0).domain());
    assertEquals(60, stackAuth().accessTokenLifetime().toSeconds());
  }

  @Test
  void oneFormLeavesTheOtherProjectAsItIs() {
    StackAuthSettings before = stackAuth();

    scene
        .open("/settings")
        .form(STYTCH)
        .fill("Lock threshold", "3")
        .fill("Phone calling codes", "49")
        .press();

    assertEquals(3, stytch().lockThreshold());
    assertEquals(Set.of("49"), stytch().phoneCallingCodes());
    assertEquals(before, stackAuth());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lockThreshold|0|Must be a whole number from 1 to 1000000",
        "lockThreshold|many|Must be a whole number but is text",
        "lockDuration|soon|Must be a duration like PT10M or P30D (ISO 8601)",
        "longestSession|P400D|Must be from PT5M to PT8784H",
        "passwordPolicy|{|Must be JSON",
        "passwordPolicy|null|Must be a map but is text",
        "roles|[{}]|[0].id is missing",
        "oauthProviders|a b|[0] must be a provider's name in lower case, like google"
      })
  void whatCannotBeIsSaidAtItsFieldAndNothingChanges(String name, String typed, String words) {
    StytchSettings before = stytch();

    Page page =
        scene.open("/settings").form(STYTCH).fill("Display name", "Shop").force(name, typed).send();

    assertEquals(400, page.status());
    WellMade.check(page);
    Element field = page.document().expectFirst("[name=" + name + "][aria-invalid=true]");
    assertEquals(words, page.document().expectFirst("#" + field.attr("aria-describedby")).text());
    assertEquals(1, page.document().select("[aria-invalid]").size());
    assertEquals("Shop", page.document().expectFirst("#stytch-displayName").attr("value"));
    assertTrue(page.text().contains("No setting was changed."), page.text());
    assertEquals(before, stytch());
  }

  @Test
  void aProviderThatIsNotThereHasNoSettings() {
    Page page = scene.open("/settings").form(STYTCH).send();
    String path = page.response().uri().getPath().replace("stytch", "auth0");
    String token =
        scene.open("/settings").document().expectFirst("[name=form-token]").attr("value");

    assertEquals(404, scene.browser.post(path, "form-token=" + token).status());
  }
}
