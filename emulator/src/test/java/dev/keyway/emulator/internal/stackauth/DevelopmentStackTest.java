package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.TeamWire.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class DevelopmentStackTest {
  private final World world;
  private final Wire client;

  DevelopmentStackTest(World world) {
    this.world = world;
    this.client = Wire.stackClient(world);
  }

  private void configure(UnaryOperator<StackAuthSettings.Builder> change) {
    world.stackAuth().configure(change);
  }

  private Wire.Reply signUp(String email, String token, String phase) throws Exception {
    return client.post(
        "/auth/password/sign-up",
        ("{\"email\":\"%s\",\"password\":\"correct horse\",\"bot_challenge_token\":\"%s\","
                + "\"bot_challenge_phase\":\"%s\"}")
            .formatted(email, token, phase));
  }

  @Test
  void madeUpChallengeTokensAreJudgedWhereTheProjectSaysSo() throws Exception {
    assertEquals(
        "409 BOT_CHALLENGE_REQUIRED", told(signUp("a@a.test", "mock-turnstile-ok", "invisible")));

    configure(settings -> settings.mockChallengeTokens(true));

    assertEquals(200, signUp("a@a.test", "mock-turnstile-ok", "invisible").status());
    assertEquals(200, signUp("b@a.test", "mock-turnstile-ok:signup", "invisible").status());
    assertEquals(200, signUp("c@a.test", "mock-turnstile-visible-ok", "visible").status());
    for (String bad : new String[] {"mock-turnstile-invalid", "mock-turnstile-error", "other"}) {
      assertEquals("409 BOT_CHALLENGE_REQUIRED", told(signUp("d@a.test", bad, "invisible")), bad);
      assertEquals("400 BOT_CHALLENGE_FAILED", told(signUp("d@a.test", bad, "visible")), bad);
    }
  }

  private String challenge() throws Exception {
    Wire.Reply begun = client.post("/auth/passkey/initiate-passkey-authentication", "{}");
    return begun.json().at("/options_json/challenge").asText();
  }

  @Test
  void everyPasskeyChallengeIsTheSameWhereTheProjectSaysSo() throws Exception {
    configure(settings -> settings.passkeyEnabled(true));
    assertNotEquals(challenge(), challenge());

    configure(settings -> settings.fixedPasskeyChallenge(true));

    assertEquals("TU9DSw", challenge());
    assertEquals("TU9DSw", challenge());
    assertEquals(
        "TU9DSw",
        SignedIn.up(world, "ada@example.com")
            .wire()
            .post("/auth/passkey/initiate-passkey-registration", "{}")
            .json()
            .at("/options_json/challenge")
            .asText());
  }

  private JsonNode mail() throws Exception {
    client.post(
        "/auth/otp/send-sign-in-code",
        "{\"email\":\"ada@example.com\",\"callback_url\":\"http://localhost:3000/in?a=1&b=2\"}");
    world.outbox().await("ada@example.com", MessageKind.SIGN_IN);
    URI mailboxes =
        URI.create(
            world.stackAuth().baseUrl() + "/_emulator/worlds/" + world.id() + "/inbucket/api/v1");
    return Wire.to(mailboxes).get("/mailbox/ada/latest").json();
  }

  @Test
  void mailsAreTheDevelopmentStacksWhereTheProjectSaysSo() throws Exception {
    configure(settings -> settings.magicLinkEnabled(true).displayName("Shop <x@y.test>\r\nCc: z"));
    assertTrue(mail().path("from").asText().endsWith(".invalid>"), "the emulator's own");
    world.outbox().clear();

    configure(settings -> settings.developmentMails(true));

    JsonNode mail = mail();
    assertEquals("Shop x@y.test Cc: z <noreply@example.com>", mail.path("from").asText());
    OutboxMessage sent = world.outbox().messages().get(0);
    String html = mail.at("/body/html").asText();
    assertTrue(html.contains("<p>" + sent.code() + "</p>"), html);
    assertTrue(html.contains("a=1&amp;b=2&amp;code="), html);
    assertFalse(html.contains("<x@y.test>"), html);
  }

  @Test
  void aDevelopmentStackHasThemAll() {
    StackAuthSettings off = StackAuthSettings.defaults();
    assertFalse(off.mockChallengeTokens());
    assertFalse(off.fixedPasskeyChallenge());
    assertFalse(off.developmentMails());

    StackAuthSettings on = off.toBuilder().developmentStack(true).build();

    assertTrue(on.mockChallengeTokens());
    assertTrue(on.fixedPasskeyChallenge());
    assertTrue(on.developmentMails());
  }
}
