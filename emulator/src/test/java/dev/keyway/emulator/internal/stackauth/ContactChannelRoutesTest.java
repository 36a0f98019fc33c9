package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class ContactChannelRoutesTest {
  private static final String ADA = "ada@example.com";
  private static final String NO_CHANNEL = "5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10";

  private final World world;

  ContactChannelRoutesTest(World world) {
    this.world = world;
  }

  private static Wire.Reply create(Wire wire, String userId, String value, String more)
      throws Exception {
    return wire.post(
        "/contact-channels",
        "{\"user_id\":\"%s\",\"value\":\"%s\",\"type\":\"email\"%s}"
            .formatted(userId, value, more));
  }

  private static Wire.Reply patch(Wire wire, String channel, String json) throws Exception {
    return wire.with("content-type", "application/json")
        .send("PATCH", "/contact-channels/me/" + channel, json.replace('\'', '"'));
  }

  private static List<String> values(Wire wire) throws Exception {
    return wire.get("/contact-channels?user_id=me").json().findValuesAsText("value");
  }

  private static String primary(Wire wire) throws Exception {
    return wire.get("/users/me").at("primary_email");
  }

  @Test
  void clientsTouchTheirOwnChannelsOnly() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    String refusal = "Client can only %s contact channels for their own user.";
    String others = "/contact-channels/%s/%s".formatted(bob.userId(), NO_CHANNEL);

    assertEquals(
        "CANNOT_GET_OWN_USER_WITHOUT_USER",
        Wire.stackClient(world).get("/contact-channels?user_id=" + ada.userId()).at("code"));
    assertEquals(refusal.formatted("list"), ada.wire().get("/contact-channels").text());
    assertEquals(refusal.formatted("read"), ada.wire().get(others).text());
    assertEquals(refusal.formatted("delete"), ada.wire().send("DELETE", others, "").text());
    Wire.Reply created =
        create(ada.wire(), bob.userId(), "x@example.com", ",\"used_for_auth\":false");
    assertEquals(403, created.status());
    assertEquals(refusal.formatted("create"), created.text());
  }

  @Test
  void aChannelThatIsNotThereIsMissedInTheServicesWay() throws Exception {
    Wire ada = SignedIn.up(world, ADA).wire();
    String path = "/contact-channels/me/" + NO_CHANNEL;

    Wire.Reply read = ada.get(path);
    assertEquals("404 Contact channel not found.", read.status() + " " + read.text());
    Wire.Reply changed = patch(ada, NO_CHANNEL, "{}");
    assertEquals("400 Contact channel not found", changed.status() + " " + changed.text());
    Wire.Reply deleted = ada.send("DELETE", path, "");
    assertEquals("400 Contact channel not found", deleted.status() + " " + deleted.text());
  }

  @Test
  void anAddressIsAUsersOnceAndSignsOneUserIn() throws Exception {
    SignedIn.up(world, "bob@example.com");
    Wire ada = SignedIn.up(world, ADA).wire();
    String auth = ",\"used_for_auth\":true";

    assertEquals(
        "Contact channel already exists", create(ada, "me", "ADA@example.com", auth).text());
    JsonNode taken = create(ada, "me", "Bob@example.com", auth).json();
    assertEquals(
        "CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE", taken.path("code").asText());
    assertEquals("bob@example.com", taken.at("/details/contact_channel_value").asText());

    String quiet = create(ada, "me", "bob@example.com", ",\"used_for_auth\":false").at("id");
    JsonNode later = patch(ada, quiet, "{'used_for_auth':true}").json();
    assertEquals(409, patch(ada, quiet, "{'used_for_auth':true}").status());
    assertTrue(later.at("/details/contact_channel_value").isNull());
  }

  @Test
  void clientsCannotVerifyThemselves() throws Exception {
    Wire ada = SignedIn.up(world, ADA).wire();

    assertTrue(
        create(ada, "me", "x@example.com", ",\"used_for_auth\":true,\"is_verified\":true")
            .at("error")
            .endsWith("body contains unknown properties: is_verified"));
    assertTrue(
        create(ada, "me", "x@example.com", "")
            .at("error")
            .endsWith("body.used_for_auth must be defined"));
  }

  @Test
  void aNewChannelMayBecomePrimaryAndSignsIn() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);

    Wire.Reply made =
        create(ada.wire(), "me", "New@example.com", ",\"used_for_auth\":true,\"is_primary\":true");

    assertEquals(201, made.status());
    assertEquals(7, made.json().size());
    assertFalse(made.json().path("is_verified").booleanValue());
    assertEquals("new@example.com", primary(ada.wire()));
    assertEquals(List.of(ADA, "new@example.com"), values(ada.wire()));
    assertEquals(ada.userId(), SignedIn.in(world, "new@example.com", SignedIn.PASSWORD).userId());
  }

  @Test
  void anotherValueMustBeVerifiedAgain() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    Wire server = Wire.stackServer(world).with("x-stack-access-token", ada.accessToken());
    String id = ada.wire().get("/contact-channels?user_id=me").json().findValuesAsText("id").get(0);

    assertTrue(patch(server, id, "{'is_verified':true}").json().path("is_verified").asBoolean());
    JsonNode moved = patch(ada.wire(), id, "{'value':'Else@example.com','type':'email'}").json();

    assertEquals("else@example.com", moved.path("value").asText());
    assertFalse(moved.path("is_verified").booleanValue());
    assertEquals("", SignedIn.in(world, ADA, SignedIn.PASSWORD).userId());
    assertEquals(ada.userId(), SignedIn.in(world, "else@example.com", SignedIn.PASSWORD).userId());
    assertEquals(
        "SCHEMA_ERROR", patch(ada.wire(), id, "{'value':'junk','type':'email'}").at("code"));
  }

  @Test
  void aDeletedChannelNeitherSignsInNorIsPrimary() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    String id = ada.wire().get("/contact-channels?user_id=me").json().findValuesAsText("id").get(0);

    assertEquals(200, ada.wire().send("DELETE", "/contact-channels/me/" + id, "").status());

    assertTrue(ada.wire().get("/users/me").json().path("primary_email").isNull());
    assertEquals("", SignedIn.in(world, ADA, SignedIn.PASSWORD).userId());
  }

  @Test
  void aServerListsEverybodysChannels() throws Exception {
    SignedIn.up(world, ADA);
    SignedIn bob = SignedIn.up(world, "bob@example.com");
    Wire server = Wire.stackServer(world);

    assertEquals(2, server.get("/contact-channels").json().path("items").size());
    JsonNode own = server.get("/contact-channels?user_id=" + bob.userId()).json();
    assertEquals(List.of("bob@example.com"), own.findValuesAsText("value"));
  }
}
