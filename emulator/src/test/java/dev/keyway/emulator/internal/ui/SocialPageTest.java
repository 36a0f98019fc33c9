package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.internal.html.Asset;
import dev.keyway.emulator.internal.ui.Browser.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocialPageTest {
  private static final String ADA = "ada@example.com";

  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void theNextAuthorizationAgreesAsAnyAddress() {
    Page page = scene.open("/social").form("Decide").fill("Agree as", ADA).press();

    assertEquals(List.of(OAuthDecision.approve(SocialAccount.of(ADA))), pending());
    assertTrue(page.text().contains("Agree as " + ADA));
  }

  @Test
  void aKnownAddressMeansThatAccount() {
    SocialAccount ada = new SocialAccount("s-1", ADA, false, "Ada", "", "en");
    scene.world.oauth().addAccount(ada);

    scene.open("/social").form("Decide").fill("Agree as", "ADA@example.com").press();

    assertEquals(List.of(OAuthDecision.approve(ada)), pending());
  }

  @Test
  void theNextAuthorizationIsDeclined() {
    scene.open("/social").form("Decide").fill("Decision", "Decline").press();

    assertEquals(List.of(OAuthDecision.deny()), pending());
  }

  @Test
  void theNextAuthorizationFails() {
    scene
        .open("/social")
        .form("Decide")
        .fill("Decision", "Fail with an error")
        .fill("Error", "temporarily_unavailable")
        .fill("Description", "<b>later</b>")
        .press();

    assertEquals(
        List.of(OAuthDecision.error("temporarily_unavailable", "<b>later</b>")), pending());
  }

  @Test
  void decisionsStandInTheOrderOfTheirUse() {
    scene.open("/social").form("Decide").fill("Decision", "Decline").press();
    Page page = scene.open("/social").form("Decide").fill("Agree as", ADA).press();

    assertEquals(
        List.of("Decline", "Agree as " + ADA), page.document().select(".queue li").eachText());
  }

  @ParameterizedTest
  @CsvSource({"email,''", "decision,dance", "decision,''"})
  void whatCannotBeDecidedIsSaid(String field, String value) {
    Page page = scene.open("/social").form("Decide").force(field, value).send();

    assertEquals(400, page.status());
    WellMade.check(page);
    assertTrue(pending().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"''", "'a\"b'", "'a\\b'", "'é'", "'a\nb'"})
  void anErrorIsACode(String error) {
    Page page =
        scene
            .open("/social")
            .form("Decide")
            .fill("Decision", "Fail with an error")
            .force("error", error)
            .send();

    assertEquals(400, page.status());
    assertTrue(pending().isEmpty());
  }

  @Test
  void anAccountIsAddedToThePicker() {
    Page page =
        scene
            .open("/social")
            .form("Add account")
            .fill("E-mail", ADA)
            .fill("Name", "<i>Ada</i>")
            .choose("The address is not verified")
            .press();

    assertEquals(
        List.of(SocialAccount.of(ADA).named("<i>Ada</i>").unverified()),
        scene.world.oauth().accounts());
    assertTrue(page.text().contains("<i>Ada</i>"));
    assertTrue(page.text().contains("not verified"));
  }

  @Test
  void accountsAndDecisionsAreForgotten() {
    scene.world.oauth().addAccount(SocialAccount.of(ADA));
    scene.world.oauth().next(OAuthDecision.deny());

    Page page = scene.open("/social").press("Forget all");

    assertTrue(page.text().contains("Nobody has an account yet."));
    assertTrue(scene.world.oauth().accounts().isEmpty());
    assertTrue(pending().isEmpty());
  }

  @Test
  void theConsentPageHasTheSameLookAndNeedsNoScript() {
    scene.world.oauth().addAccount(SocialAccount.of(ADA).named("<b>Ada</b>"));
    Page start =
        scene.browser.get(
            "/v1/public/oauth/google/start?public_token=" + scene.world.stytch().publicToken());

    Page page = scene.browser.get(start.header("location"));

    assertEquals(200, page.status());
    assertEquals("Sign in with google", page.heading());
    assertEquals(0, page.document().select("script, style, [style]").size());
    assertEquals(
        Asset.STYLESHEET.url().toString(),
        page.document().expectFirst("link[rel=stylesheet]").attr("href"));
    assertEquals(-1, page.header("content-security-policy").indexOf("form-action"));
    page.document()
        .select("input:not([type=hidden])")
        .forEach(input -> assertTrue(input.closest("label") != null, input::toString));
    Page decided = page.form("<b>Ada</b> " + ADA).send();
    assertEquals(303, decided.status());
    assertTrue(decided.header("location").contains("code="), decided.header("location"));
  }

  private List<OAuthDecision> pending() {
    return scene.world.oauth().pending();
  }
}
