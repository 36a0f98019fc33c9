package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class ContactVerificationRoutesTest {
  private static final String ADA = "ada@example.com";
  private static final String HERE = "http://localhost:3000/verify";

  private final World world;
  private final SignedIn ada;
  private final String channel;

  ContactVerificationRoutesTest(World world) throws Exception {
    this.world = world;
    this.ada = SignedIn.up(world, ADA);
    this.channel =
        ada.wire().get("/contact-channels?user_id=me").json().findValuesAsText("id").get(0);
  }

  private Wire.Reply send(Wire wire, String userId, String id, String callback) throws Exception {
    return wire.post(
        "/contact-channels/%s/%s/send-verification-code".formatted(userId, id),
        "{\"callback_url\":\"%s\"}".formatted(callback));
  }

  private Wire.Reply sendToPrimary(String email) throws Exception {
    return ada.wire()
        .post(
            "/contact-channels/send-verification-code",
            "{\"email\":\"%s\",\"callback_url\":\"%s\"}".formatted(email, HERE));
  }

  private String mailedCode() throws Exception {
    send(ada.wire(), "me", channel, HERE);
    return String.valueOf(world.outbox().await(ADA, MessageKind.EMAIL_VERIFICATION).token());
  }

  private Wire.Reply verify(String code) throws Exception {
    return Wire.stackClient(world)
        .post("/contact-channels/verify", "{\"code\":\"%s\"}".formatted(code));
  }

  private boolean verified() throws Exception {
    return ada.wire().get("/users/me").json().path("primary_email_verified").booleanValue();
  }

  @Test
  void aMailIsRefusedInTheServicesOrder() throws Exception {
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    String nobody = "5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10";
    String evil = "https://evil.example/";

    assertEquals(
        "Can only send verification code for your own user",
        send(ada.wire(), bob.userId(), nobody, evil).text());
    assertEquals(
        "USER_ID_DOES_NOT_EXIST", send(Wire.stackServer(world), nobody, nobody, evil).at("code"));
    assertEquals("Contact channel not found", send(ada.wire(), "me", nobody, evil).text());
    assertEquals("REDIRECT_URL_NOT_WHITELISTED", send(ada.wire(), "me", channel, evil).at("code"));
    verify(mailedCode());
    assertEquals("EMAIL_ALREADY_VERIFIED", send(ada.wire(), "me", channel, evil).at("code"));
    assertEquals("EMAIL_ALREADY_VERIFIED", sendToPrimary(ADA).at("code"));
  }

  @Test
  void theOldRouteMailsToThePrimaryAddressOnly() throws Exception {
    JsonNode refused = sendToPrimary("bob@example.com").json();

    assertEquals("EMAIL_IS_NOT_PRIMARY_EMAIL", refused.path("code").asText());
    assertEquals(ADA, refused.at("/details/primary_email").asText());
    assertEquals("{\"success\":true}", sendToPrimary(ADA).text());
    world.outbox().await(ADA, MessageKind.EMAIL_VERIFICATION);
  }

  @Test
  void aCodeVerifiesItsAddressOnceAndNobodyNeedsToBeSignedIn() throws Exception {
    String code = mailedCode();
    assertFalse(verified());

    Wire.Reply checked =
        Wire.stackClient(world)
            .post("/contact-channels/verify/check-code", "{\"code\":\"" + code + "\"}");
    assertTrue(checked.json().path("is_code_valid").booleanValue());
    assertEquals("{\"success\":true}", verify(code).text());

    assertTrue(verified());
    assertEquals("VERIFICATION_CODE_ALREADY_USED", verify(code).at("code"));
    assertEquals("VERIFICATION_CODE_NOT_FOUND", verify("0".repeat(45)).at("code"));
  }

  @Test
  void aCodeDoesNotVerifyAnAddressThatChangedSince() throws Exception {
    String code = mailedCode();
    ada.wire()
        .with("content-type", "application/json")
        .send("PATCH", "/contact-channels/me/" + channel, "{\"value\":\"else@example.com\"}");

    assertEquals(
        "Contact channel not found. Was your contact channel deleted?", verify(code).text());
    assertFalse(verified());
  }
}
