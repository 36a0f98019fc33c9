package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class UserRoutesTest {
  private static final String ADA = "ada@example.com";
  private static final String NOBODY = "/users/5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10";

  private final World world;
  private final Wire server;

  UserRoutesTest(World world) {
    this.world = world;
    this.server = Wire.stackServer(world);
  }

  private static Wire.Reply patch(Wire wire, String path, String json) throws Exception {
    return wire.with("content-type", "application/json")
        .send("PATCH", path, json.replace('\'', '"'));
  }

  private Wire.Reply create(String json) throws Exception {
    return server.post("/users", json.replace('\'', '"'));
  }

  @Test
  void clientsNeitherMakeNorReadNorChangeOthers() throws Exception {
    Wire client = SignedIn.up(world, ADA).wire();

    for (String method : new String[] {"GET", "PATCH", "DELETE"}) {
      assertEquals("INSUFFICIENT_ACCESS_TYPE", client.send(method, NOBODY, "").at("code"), method);
    }
    assertEquals("INSUFFICIENT_ACCESS_TYPE", client.get("/users").at("code"));
    assertEquals("INSUFFICIENT_ACCESS_TYPE", client.post("/users", "{}").at("code"));
  }

  @Test
  void anUnknownUserIsNotFound() throws Exception {
    assertEquals("USER_NOT_FOUND", server.get(NOBODY).at("code"));
    assertEquals("USER_NOT_FOUND", patch(server, NOBODY, "{}").at("code"));
    assertEquals("USER_NOT_FOUND", server.send("DELETE", NOBODY, "").at("code"));
    Wire client = Wire.stackClient(world);
    assertEquals("CANNOT_GET_OWN_USER_WITHOUT_USER", patch(client, "/users/me", "{}").at("code"));
    assertEquals(
        "CANNOT_GET_OWN_USER_WITHOUT_USER", client.send("DELETE", "/users/me", "").at("code"));
  }

  @Test
  void clientsCannotWriteWhatIsTheServers() throws Exception {
    Wire client = SignedIn.up(world, ADA).wire();

    assertTrue(
        patch(client, "/users/me", "{'server_metadata':{},'password':'x'}")
            .at("error")
            .endsWith("body contains unknown properties: server_metadata, password"));
    assertEquals(
        "Invalid profile image URL",
        patch(client, "/users/me", "{'profile_image_url':'https://example.com/a.png'}").text());
  }

  @Test
  void aChangeIsJudgedInTheServicesOrder() throws Exception {
    SignedIn.up(world, "taken@example.com");
    world.stackAuth().configure(settings -> settings.magicLinkEnabled(false));
    String bare = "/users/" + create("{}").at("id");
    String[][] cases = {
      {"{'password':'x','password_hash':'y'}", "Cannot set both password and password_hash"},
      {"{'password_hash':'$1$abc'}", "Invalid password hash."},
      {
        "{'primary_email_auth_enabled':true,'primary_email_verified':true}",
        "primary_email_auth_enabled cannot be true without primary_email"
      },
      {
        "{'primary_email_verified':true,'otp_auth_enabled':true}",
        "primary_email_verified cannot be true without primary_email"
      },
      {"{'otp_auth_enabled':true,'passkey_auth_enabled':true}", "OTP auth not enabled"},
      {"{'passkey_auth_enabled':true}", "Cannot manually enable passkey auth"},
    };

    for (String[] expected : cases) {
      Wire.Reply reply = patch(server, bare, expected[0]);
      assertEquals(400, reply.status(), expected[0]);
      assertTrue(reply.text().startsWith(expected[1]), expected[0] + ": " + reply.text());
    }
    assertTrue(patch(server, NOBODY, cases[1][0]).text().startsWith("Invalid password hash."));
    JsonNode taken =
        patch(
                server,
                bare,
                "{'primary_email':'Taken@example.com','primary_email_auth_enabled':true,"
                    + "'otp_auth_enabled':true}")
            .json();
    assertEquals("USER_EMAIL_ALREADY_EXISTS", taken.path("code").asText());
    assertEquals("taken@example.com", taken.at("/details/email").asText());
    assertEquals(
        "TEAM_MEMBERSHIP_NOT_FOUND",
        patch(server, bare, "{'selected_team_id':'5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10'}")
            .at("code"));
    assertEquals(500, patch(server, bare, "{'password':'x'}").status());
    world.stackAuth().configure(settings -> settings.credentialEnabled(false));
    assertEquals(
        "Password auth not enabled in the project",
        patch(server, bare, "{'primary_email':'a@b','password':'x'}").text());
    assertTrue(server.get(bare).json().path("primary_email").isNull(), "nothing was changed");
  }

  @Test
  void aReasonNeedsItsRestriction() throws Exception {
    assertEquals("SCHEMA_ERROR", create("{'restricted_by_admin_reason':'spam'}").at("code"));

    JsonNode made =
        create("{'restricted_by_admin':true,'restricted_by_admin_reason':'spam'}").json();

    assertEquals("restricted_by_administrator", made.at("/restricted_reason/type").asText());
    assertEquals("spam", made.path("restricted_by_admin_reason").asText());
  }

  @Test
  void aServerMakesUsersAlsoWhereStrangersMaySignUpNoLonger() throws Exception {
    world.stackAuth().configure(settings -> settings.signUpEnabled(false).oauthProviders("github"));
    assertEquals(
        "OAuth provider gitlab not found",
        create("{'oauth_providers':[{'id':'gitlab','account_id':'1','email':'a@b.cc'}]}").text());

    Wire.Reply made =
        create(
            "{'primary_email':'Ada@example.com','primary_email_auth_enabled':true,"
                + "'password':'short','display_name':'','server_metadata':{'plan':1},"
                + "'oauth_providers':[{'id':'github','account_id':'1','email':'a@b.cc'}]}");

    assertEquals(201, made.status());
    assertTrue(made.json().path("display_name").isNull());
    assertEquals(1, made.json().at("/server_metadata/plan").asInt());
    assertEquals("github", made.json().at("/oauth_providers/0/id").asText());
    assertEquals(made.at("id"), SignedIn.in(world, ADA, "short").userId());
  }

  @Test
  void aPasswordByTheServerEndsAllSessionsAndMayBeImported() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    String hash = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    patch(server, "/users/" + ada.userId(), "{'password_hash':'" + hash + "'}");

    assertEquals("REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED", ada.refreshError(world));
    assertEquals("", SignedIn.in(world, ADA, SignedIn.PASSWORD).userId());
    JsonNode cleared = patch(server, "/users/" + ada.userId(), "{'password':null}").json();
    assertFalse(cleared.path("has_password").booleanValue());
  }

  @Test
  void aNewPrimaryAddressInheritsItsUseAndTheOldOneStillSignsIn() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    String path = "/users/" + ada.userId();
    patch(server, path, "{'primary_email_verified':true}");

    JsonNode changed = patch(server, path, "{'primary_email':'New@example.com'}").json();

    assertEquals("new@example.com", changed.path("primary_email").asText());
    assertFalse(changed.path("primary_email_verified").booleanValue());
    assertTrue(changed.path("primary_email_auth_enabled").booleanValue());
    assertEquals(ada.userId(), SignedIn.in(world, "new@example.com", SignedIn.PASSWORD).userId());
    assertEquals(ada.userId(), SignedIn.in(world, ADA, SignedIn.PASSWORD).userId());

    JsonNode none = patch(server, path, "{'primary_email':null}").json();
    assertTrue(none.path("primary_email").isNull());
    assertFalse(none.path("primary_email_auth_enabled").booleanValue());
  }

  @Test
  void anAddressThatAlreadySignsInIsRefusedEvenToItsOwner() throws Exception {
    SignedIn.up(world, "taken@example.com");
    SignedIn ada = SignedIn.up(world, ADA);
    String path = "/users/" + ada.userId();
    patch(server, path, "{'primary_email':'second@example.com'}");

    for (String address : new String[] {"taken@example.com", ADA}) {
      Wire.Reply refused = patch(ada.wire(), "/users/me", "{'primary_email':'" + address + "'}");
      assertEquals("USER_EMAIL_ALREADY_EXISTS", refused.at("code"), address);
    }
    Wire.Reply quiet =
        patch(
            server,
            path,
            "{'primary_email':'taken@example.com','primary_email_auth_enabled':false}");
    assertEquals(200, quiet.status());
  }

  @Test
  void aNewUsersTotpSecretIsTakenToNoEffect() throws Exception {
    JsonNode made =
        create(
                "{'primary_email':'"
                    + ADA
                    + "','primary_email_auth_enabled':true,'password':'"
                    + SignedIn.PASSWORD
                    + "','totp_secret_base64':'MTIzNDU2Nzg5MDEyMzQ1Njc4OTA='}")
            .json();

    assertFalse(made.path("requires_totp_mfa").booleanValue());
    assertEquals(made.path("id").asText(), SignedIn.in(world, ADA, SignedIn.PASSWORD).userId());
  }

  @Test
  void usersChangeThemselves() throws Exception {
    Wire ada = SignedIn.up(world, ADA).wire();

    JsonNode changed =
        patch(
                ada,
                "/users/me",
                "{'display_name':'Ada','client_metadata':{'a':[1]},"
                    + "'profile_image_url':'data:image/png;base64,AAAA',"
                    + "'totp_secret_base64':'MTIzNDU2Nzg5MDEyMzQ1Njc4OTA='}")
            .json();

    assertEquals("Ada", changed.path("display_name").asText());
    assertEquals("{\"a\":[1]}", changed.path("client_metadata").toString());
    assertTrue(changed.path("requires_totp_mfa").booleanValue());
    assertFalse(changed.has("server_metadata"));
    JsonNode again = patch(ada, "/users/me", "{'totp_secret_base64':null}").json();
    assertFalse(again.path("requires_totp_mfa").booleanValue());
    assertEquals("Ada", again.path("display_name").asText());
    assertTrue(
        patch(ada, "/users/me", "{'totp_secret_base64':'a'}")
            .at("error")
            .endsWith("body.totp_secret_base64 is not valid base64"));
  }

  @Test
  void aSecondFactorGivenAtCreationHasNoEffect() throws Exception {
    assertFalse(
        create("{'totp_secret_base64':'MTIzNDU2Nzg5MDEyMzQ1Njc4OTA='}")
            .json()
            .path("requires_totp_mfa")
            .booleanValue());
  }

  @Test
  void usersDeleteThemselvesOnlyWhereTheProjectAllows() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    assertEquals(
        "Client user deletion is not enabled for this project",
        ada.wire().send("DELETE", "/users/me", "").text());
    world.stackAuth().configure(settings -> settings.clientUserDeletionEnabled(true));

    assertEquals("{\"success\":true}", ada.wire().send("DELETE", "/users/me", "").text());

    assertEquals("REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED", ada.refreshError(world));
    assertEquals("CANNOT_GET_OWN_USER_WITHOUT_USER", ada.wire().get("/users/me").at("code"));
    assertNotEquals(ada.userId(), SignedIn.up(world, ADA).userId(), "the address is free again");
  }

  @Test
  void aServerDeletesAnybody() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);

    assertEquals(200, server.send("DELETE", "/users/" + ada.userId(), "").status());

    assertEquals(404, server.get("/users/" + ada.userId()).status());
    assertEquals("REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED", ada.refreshError(world));
  }
}
