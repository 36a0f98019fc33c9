package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class AccountsTest {
  private static final String ADA =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\"}";
  private static final String ADA_AT_STYTCH =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\","
          + "\"session_duration_minutes\":60}";

  private static String atStack(World world) throws Exception {
    return Wire.stackClient(world).post("/auth/password/sign-up", ADA).at("user_id");
  }

  private static String atStytch(World world) throws Exception {
    return Wire.stytch(world).post("/v1/passwords", ADA_AT_STYTCH).at("user_id");
  }

  private static Account find(World world, String id) {
    return world.accounts().find(id).orElseThrow();
  }

  @Test
  void theUsersOfBothProvidersAreListedWithWhatTheyHave(World world) throws Exception {
    String stytch = atStytch(world);
    String stack = atStack(world);

    List<Account> all = world.accounts().list();

    assertEquals(List.of(stack, stytch), all.stream().map(Account::id).toList());
    assertEquals(List.of("stackauth", "stytch"), all.stream().map(Account::provider).toList());
    Account.Contact mail =
        new Account.Contact(Account.Contact.Kind.EMAIL, "ada@example.com", false);
    for (Account account : all) {
      assertEquals(List.of(mail), account.contacts());
      assertTrue(account.password());
      assertFalse(account.totp());
      assertFalse(account.locked());
      assertEquals(1, account.sessions().size());
      assertEquals(account, find(world, account.id()));
    }
    assertEquals(List.of("password"), find(world, stytch).sessions().get(0).factors());
    assertEquals(Optional.empty(), world.accounts().find("nobody"));
  }

  @Test
  void aLockedUserOfStytchIsRefusedUntilUnlocked(World world) throws Exception {
    String id = atStytch(world);
    Wire stytch = Wire.stytch(world);

    world.accounts().lock(id);
    assertTrue(find(world, id).locked());
    assertEquals(
        "user_lock_limit_reached", stytch.post("/v1/passwords/authenticate", ADA).at("error_type"));

    world.accounts().unlock(id);
    assertFalse(find(world, id).locked());
    assertEquals(200, stytch.post("/v1/passwords/authenticate", ADA).status());
  }

  @Test
  void theLockOfAStytchUserEndsWithTheWorldsTime(World world) throws Exception {
    String id = atStytch(world);
    world.accounts().lock(id);

    world.clock().advance(world.stytch().settings().lockDuration());

    assertFalse(find(world, id).locked());
  }

  @Test
  void aLockedUserOfStackAuthIsRestrictedUntilUnlocked(World world) throws Exception {
    String id = atStack(world);
    Wire server = Wire.stackServer(world);

    world.accounts().lock(id);
    assertTrue(find(world, id).locked());
    assertEquals(
        "restricted_by_administrator",
        server.get("/users/" + id).json().at("/restricted_reason/type").asText());

    world.accounts().unlock(id);
    assertFalse(find(world, id).locked());
    assertFalse(server.get("/users/" + id).json().path("is_restricted").asBoolean(true));
  }

  @Test
  void revokingTellsHowManySessionsStillLived(World world) throws Exception {
    String stytch = atStytch(world);
    Wire.stytch(world).post("/v1/passwords/authenticate", ADA_AT_STYTCH);
    Wire.Reply signedUp = Wire.stackClient(world).post("/auth/password/sign-up", ADA);

    assertEquals(2, world.accounts().revokeSessions(stytch));
    assertEquals(0, world.accounts().revokeSessions(stytch));
    assertEquals(1, world.accounts().revokeSessions(signedUp.at("user_id")));

    assertEquals(List.of(), find(world, stytch).sessions());
    assertEquals(
        "REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED",
        Wire.stackClient(world)
            .with("x-stack-refresh-token", signedUp.at("refresh_token"))
            .post("/auth/sessions/current/refresh", "{}")
            .at("code"));
  }

  @Test
  void aSessionPastItsEndIsNoLongerListed(World world) throws Exception {
    String id = atStytch(world);

    world.clock().advance(Duration.ofMinutes(61));

    assertEquals(List.of(), find(world, id).sessions());
    assertEquals(0, world.accounts().revokeSessions(id));
  }

  @Test
  void theCodeOfTheMomentIsTheOneThatTheDeviceShows(World world) throws Exception {
    String id = atStytch(world);
    assertEquals(Optional.empty(), world.accounts().currentTotp(id));
    String key = Wire.stytch(world).post("/v1/totps", "{\"user_id\":\"" + id + "\"}").at("secret");
    VirtualTotpDevice phone = world.devices().totp("phone", key);
    world.clock().freeze();

    assertEquals(Optional.of(phone.code()), world.accounts().currentTotp(id));
    assertFalse(find(world, id).totp(), "not confirmed yet");
    world.clock().advance(Duration.ofMinutes(10));
    assertEquals(Optional.of(phone.code()), world.accounts().currentTotp(id));

    Wire.stytch(world)
        .post(
            "/v1/totps/authenticate",
            "{\"user_id\":\"" + id + "\",\"totp_code\":\"" + phone.code() + "\"}");
    assertTrue(find(world, id).totp());
  }

  @Test
  void aStackAuthUsersCodeComesFromTheKeyThatWasStored(World world) throws Exception {
    String id = atStack(world);
    String base64 = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=";
    assertEquals(
        200,
        Wire.stackServer(world)
            .with("content-type", "application/json")
            .send("PATCH", "/users/" + id, "{\"totp_secret_base64\":\"" + base64 + "\"}")
            .status());
    world.clock().freezeAt(Instant.ofEpochSecond(1_111_111_109));

    // RFC 6238, appendix B: 07081804 in eight digits.
    assertEquals(Optional.of("081804"), world.accounts().currentTotp(id));
  }

  @Test
  void whatNobodyHasIsUnknown(World world) {
    assertThrows(UnknownIdException.class, () -> world.accounts().lock("nobody"));
    assertThrows(UnknownIdException.class, () -> world.accounts().unlock("nobody"));
    assertThrows(UnknownIdException.class, () -> world.accounts().revokeSessions("nobody"));
    assertEquals(Optional.empty(), world.accounts().currentTotp("nobody"));
  }
}
