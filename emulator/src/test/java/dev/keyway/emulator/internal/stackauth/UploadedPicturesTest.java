package dev.keyway.emulator.internal.stackauth;

import static dev.keyway.emulator.internal.stackauth.TeamWire.join;
import static dev.keyway.emulator.internal.stackauth.TeamWire.patch;
import static dev.keyway.emulator.internal.stackauth.TeamWire.team;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class UploadedPicturesTest {
  private static final byte[] BYTES = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff, (byte) 0xc3, 10};
  private static final String BASE64 = Base64.getEncoder().encodeToString(BYTES);
  private static final String UPLOAD = upload("png", BASE64);

  private final World world;
  private final Wire server;
  private final HttpClient browser = HttpClient.newHttpClient();

  UploadedPicturesTest(World world) {
    this.world = world;
    this.server = Wire.stackServer(world);
  }

  private static String upload(String type, String content) {
    return "{'profile_image_url':'data:image/" + type + ";base64," + content + "'}";
  }

  private HttpResponse<byte[]> fetch(String url) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(URI.create(url))
            .header("user-agent", "Mozilla/5.0")
            .header("sec-fetch-site", "cross-site")
            .build(),
        BodyHandlers.ofByteArray());
  }

  @Test
  void aPictureComesBackAsAUrlThatServesIt() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");

    String url = patch(ada.wire(), "/users/me", UPLOAD).at("profile_image_url");

    assertTrue(url.startsWith(world.stackAuth().baseUrl() + "/_emulator/pictures/"), url);
    assertEquals(url, server.get("/users/" + ada.userId()).at("profile_image_url"));
    HttpResponse<byte[]> picture = fetch(url);
    assertEquals(200, picture.statusCode());
    assertArrayEquals(BYTES, picture.body());
    assertEquals("image/png", picture.headers().firstValue("content-type").orElse(""));
    assertEquals("nosniff", picture.headers().firstValue("x-content-type-options").orElse(""));
  }

  @Test
  void theUrlIsGoneWithThePictureAndWithTheUser() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String first = patch(ada.wire(), "/users/me", UPLOAD).at("profile_image_url");

    String second = patch(ada.wire(), "/users/me", upload("jpg", "AAAA")).at("profile_image_url");

    assertNotEquals(first, second);
    assertEquals(404, fetch(first).statusCode());
    HttpResponse<byte[]> jpeg = fetch(second);
    assertEquals("image/jpeg", jpeg.headers().firstValue("content-type").orElse(""));
    server.send("DELETE", "/users/" + ada.userId(), "");
    assertEquals(404, fetch(second).statusCode());
  }

  @Test
  void whoWritesTheUrlBackChangesNothing() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String url = patch(ada.wire(), "/users/me", UPLOAD).at("profile_image_url");

    String again =
        patch(server, "/users/" + ada.userId(), "{'profile_image_url':'" + url + "'}")
            .at("profile_image_url");

    assertEquals(url, again);
    assertEquals(200, fetch(url).statusCode());
    assertTrue(
        patch(server, "/users/" + ada.userId(), "{'profile_image_url':null}")
            .json()
            .path("profile_image_url")
            .isNull());
    assertEquals(404, fetch(url).statusCode());
  }

  @Test
  void teamsAndTheirMembersHavePicturesToo() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String id = team(world, "A");
    join(world, id, ada);
    String profile = "/team-member-profiles/" + id + "/" + ada.userId();
    String own = patch(ada.wire(), "/users/me", UPLOAD).at("profile_image_url");
    assertEquals(own, server.get(profile).at("profile_image_url"));

    String ofTeam = patch(server, "/teams/" + id, UPLOAD).at("profile_image_url");
    String inTeam = patch(server, profile, UPLOAD).at("profile_image_url");

    assertArrayEquals(BYTES, fetch(ofTeam).body());
    assertArrayEquals(BYTES, fetch(inTeam).body());
    assertNotEquals(own, inTeam);
    assertEquals(
        inTeam,
        patch(server, profile, "{'profile_image_url':'" + inTeam + "'}").at("profile_image_url"));
    server.send("DELETE", "/teams/" + id, "");
    assertEquals(404, fetch(ofTeam).statusCode());
    assertEquals(404, fetch(inTeam).statusCode());
  }

  @Test
  void onlyWhatIsAPictureIsServed() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");

    assertEquals(
        "data:text/html;base64,AAAA",
        patch(
                server,
                "/users/" + ada.userId(),
                "{'profile_image_url':'data:text/html;base64,AAAA'}")
            .at("profile_image_url"));
    String cut = patch(ada.wire(), "/users/me", upload("png", "A")).at("profile_image_url");
    assertEquals(404, fetch(cut).statusCode());
    assertEquals(
        404, fetch(world.stackAuth().baseUrl() + "/_emulator/pictures/a/users/b/c").statusCode());
    assertEquals(404, fetch(world.stackAuth().baseUrl() + "/_emulator/pictures/").statusCode());
  }

  @Test
  void pictureUrlsWorkAgainAfterACheckpoint() throws Exception {
    SignedIn ada = SignedIn.up(world, "ada@example.com");
    String url = patch(ada.wire(), "/users/me", UPLOAD).at("profile_image_url");
    var before = world.checkpoint();
    server.send("DELETE", "/users/" + ada.userId(), "");

    world.restore(before);

    assertArrayEquals(BYTES, fetch(url).body());
  }
}
