package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.body;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Checkpoint;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class ConnectedAppRoutesTest {
  private static final String CLIENTS = "/v1/connected_apps/clients";
  private static final Set<String> SHARED =
      Set.of(
          "access_token_custom_audience",
          "access_token_expiry_minutes",
          "access_token_template_content",
          "bypass_consent_for_offline_access",
          "client_description",
          "client_id",
          "client_id_metadata_url",
          "client_name",
          "client_secret_last_four",
          "client_type",
          "full_access_allowed",
          "id_token_template_content",
          "logo_url",
          "next_client_secret_last_four",
          "post_logout_redirect_urls",
          "redirect_urls",
          "status");

  private final World world;
  private final StytchClient stytch;

  ConnectedAppRoutesTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
  }

  private static ArrayNode texts(String... texts) {
    ArrayNode array = Json.array();
    List.of(texts).forEach(array::add);
    return array;
  }

  private static Set<String> names(JsonNode object, String... without) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    names.removeAll(Set.of(without));
    return names;
  }

  private JsonNode create(String type, String name) throws Exception {
    return succeed(stytch.post(CLIENTS, "client_type", type, "client_name", name))
        .path("connected_app");
  }

  private static String path(JsonNode app) {
    return CLIENTS + "/" + app.path("client_id").textValue();
  }

  private List<String> found() throws Exception {
    List<String> names = new ArrayList<>();
    succeed(stytch.post(CLIENTS + "/search"))
        .path("connected_apps")
        .forEach(app -> names.add(app.path("client_name").asText()));
    return names;
  }

  @Test
  void aNewAppShowsItsSecretOnce() throws Exception {
    JsonNode made = create("first_party", "desk");

    assertEquals(new TreeSet<>(SHARED), names(made, "client_secret"));
    assertTrue(made.path("client_id").textValue().matches("connected-app-test-[0-9a-f-]{36}"));
    String secret = made.path("client_secret").textValue();
    assertTrue(secret.endsWith(made.path("client_secret_last_four").textValue()));
    assertEquals(60, made.path("access_token_expiry_minutes").intValue());
    assertEquals("active", made.path("status").textValue());
    assertEquals("", made.path("client_description").textValue());
    JsonNode read = succeed(stytch.get(path(made))).path("connected_app");
    assertEquals(new TreeSet<>(SHARED), names(read, "creation_method"));
    assertTrue(read.path("creation_method").isTextual());
    assertFalse(read.toString().contains(secret));
  }

  @Test
  void aPublicAppHasNoSecretAndGetsNone() throws Exception {
    for (String type : List.of("first_party_public", "third_party_public")) {
      JsonNode made = create(type, "phone");
      assertTrue(made.path("client_secret").isNull());
      assertTrue(made.path("client_secret_last_four").isNull());
      for (String end : List.of("/start", "/cancel", "")) {
        assertRefused(
            400,
            "public_connected_apps_do_not_have_secrets",
            stytch.post(path(made) + "/secrets/rotate" + end));
      }
    }
  }

  @Test
  void whatIsSaidOfAnAppIsKeptAndChanged() throws Exception {
    ObjectNode sent =
        body(
            "client_type",
            "first_party",
            "client_name",
            "desk",
            "client_description",
            "Inside",
            "redirect_urls",
            texts("https://desk.example.com/back", "com.example.app:/callback"),
            "full_access_allowed",
            true,
            "access_token_expiry_minutes",
            5,
            "access_token_custom_audience",
            "desk",
            "access_token_template_content",
            "{\"tier\": \"gold\"}",
            "id_token_template_content",
            "{}",
            "post_logout_redirect_urls",
            texts("https://desk.example.com/bye"),
            "logo_url",
            "https://desk.example.com/logo.png",
            "bypass_consent_for_offline_access",
            true);
    JsonNode made = succeed(stytch.send("POST", CLIENTS, sent)).path("connected_app");
    sent.properties().forEach(f -> assertEquals(f.getValue(), made.path(f.getKey()), f.getKey()));

    JsonNode changed =
        succeed(stytch.put(path(made), "client_name", "", "redirect_urls", texts()))
            .path("connected_app");

    assertEquals("", changed.path("client_name").textValue());
    assertEquals(texts(), changed.path("redirect_urls"));
    assertEquals("Inside", changed.path("client_description").textValue());
    assertTrue(changed.path("full_access_allowed").booleanValue());
    assertEquals(changed, succeed(stytch.get(path(made))).path("connected_app"));
  }

  @Test
  void whatIsOutOfFormIsRefusedWithItsName() throws Exception {
    Object[][] rows = {
      {"bad_request", "client_type", NullNode.getInstance()},
      {"bad_request", "client_type", 7},
      {"invalid_connected_app_type", "client_type", ""},
      {"invalid_connected_app_type", "client_type", "FIRST_PARTY"},
      {"invalid_connected_app_type", "client_type", "second_party"},
    };
    for (Object[] row : rows) {
      assertRefused(400, (String) row[0], stytch.send("POST", CLIENTS, body(row[1], row[2])));
    }
    assertRefused(400, "bad_request", stytch.post(CLIENTS, "client_name", "typeless"));
    Object[][] both = {
      {"bad_request", "client_name", 7},
      {"bad_request", "client_name", "x".repeat(257)},
      {"bad_request", "client_description", "x".repeat(1025)},
      {"bad_request", "redirect_urls", "https://a.example.com"},
      {"bad_request", "redirect_urls", Json.array().add(7)},
      {"bad_request", "full_access_allowed", "yes"},
      {"bad_request", "access_token_expiry_minutes", 0},
      {"bad_request", "access_token_expiry_minutes", 527_041},
      {"bad_request", "access_token_expiry_minutes", "60"},
      {"bad_request", "access_token_template_content", "{"},
      {"bad_request", "access_token_template_content", "[]"},
      {"bad_request", "id_token_template_content", "x"},
      {"bad_request", "id_token_template_content", body("a", "b")},
      {"bad_request", "logo_url", "x".repeat(1025)},
      {"connected_app_invalid_redirect_url", "redirect_urls", texts("/back")},
      {"connected_app_invalid_redirect_url", "redirect_urls", texts("")},
      {"connected_app_invalid_redirect_url", "redirect_urls", texts("https://a.example.com/#x")},
      {"connected_app_invalid_redirect_url", "post_logout_redirect_urls", texts("nowhere")},
      {"third_party_clients_cannot_use_full_access", "full_access_allowed", true},
      {
        "third_party_clients_require_consent_for_offline_access",
        "bypass_consent_for_offline_access",
        true
      },
    };
    String path = path(create("third_party", "kept"));
    for (Object[] row : both) {
      ObjectNode sent = body("client_type", "third_party");
      sent.setAll(body(row[1], row[2]));
      assertRefused(400, (String) row[0], stytch.send("POST", CLIENTS, sent));
      assertRefused(400, (String) row[0], stytch.send("PUT", path, body(row[1], row[2])));
    }
    assertEquals(List.of("kept"), found());
    world.stytch().configure(settings -> settings.connectedAppLimit(1));
    assertRefused(
        400, "too_many_connected_apps", stytch.post(CLIENTS, "client_type", "first_party"));
  }

  @Test
  void nobodyElsesAppIsFound(AuthEmulator emulator) throws Exception {
    String path = path(create("first_party", "desk"));
    try (World other = emulator.newWorld()) {
      StytchClient stranger = new StytchClient(other);
      assertRefused(404, "connected_app_not_found", stranger.get(path));
      assertRefused(404, "connected_app_not_found", stranger.put(path, "client_name", "mine"));
      assertRefused(404, "connected_app_not_found", stranger.delete(path));
      for (String end : List.of("/start", "/cancel", "")) {
        assertRefused(
            404, "connected_app_not_found", stranger.post(path + "/secrets/rotate" + end));
      }
      assertEquals(0, succeed(stranger.post(CLIENTS + "/search")).path("connected_apps").size());
    }
    StytchClient wrong = stytch.withSecret("secret-test-x");
    assertRefused(401, "unauthorized_credentials", wrong.get(path));
    assertRefused(
        401, "unauthorized_credentials", wrong.post(CLIENTS, "client_type", "first_party"));
    assertRefused(401, "unauthorized_credentials", wrong.post(CLIENTS + "/search"));
    assertRefused(401, "unauthorized_credentials", wrong.post(path + "/secrets/rotate/start"));
    succeed(stytch.delete(path));
    assertRefused(404, "connected_app_not_found", stytch.get(path));
    assertRefused(404, "connected_app_not_found", stytch.delete(path));
  }

  @Test
  void aSearchComesInPages() throws Exception {
    create("first_party", "one");
    create("first_party", "two");
    create("first_party", "three");
    assertEquals(List.of("three", "two", "one"), found());

    JsonNode first = succeed(stytch.post(CLIENTS + "/search", "limit", 2));
    assertEquals(3, first.at("/results_metadata/total").intValue());
    create("first_party", "newer");
    JsonNode second =
        succeed(
            stytch.post(
                CLIENTS + "/search",
                "limit",
                2,
                "cursor",
                first.at("/results_metadata/next_cursor").textValue()));

    assertEquals(1, second.path("connected_apps").size());
    assertEquals("one", second.at("/connected_apps/0/client_name").textValue());
    assertTrue(second.at("/results_metadata/next_cursor").isNull());
    for (Object[] row : new Object[][] {{"limit", 0}, {"limit", "2"}, {"cursor", "x"}}) {
      assertRefused(
          400, "bad_request", stytch.send("POST", CLIENTS + "/search", body(row[0], row[1])));
    }
  }

  @Test
  void aRotationShowsTheNextSecretOnce() throws Exception {
    JsonNode made = create("third_party", "desk");
    String rotate = path(made) + "/secrets/rotate";

    assertRefused(400, "connected_app_not_rotating_secret", stytch.post(rotate));
    assertRefused(400, "connected_app_not_rotating_secret", stytch.post(rotate + "/cancel"));
    JsonNode started = succeed(stytch.post(rotate + "/start")).path("connected_app");
    assertEquals(new TreeSet<>(SHARED), names(started, "next_client_secret"));
    String next = started.path("next_client_secret").textValue();
    assertNotEquals(made.path("client_secret").textValue(), next);
    assertEquals(made.path("client_secret_last_four"), started.path("client_secret_last_four"));
    assertTrue(next.endsWith(started.path("next_client_secret_last_four").textValue()));
    assertRefused(400, "connected_app_already_rotating_secret", stytch.post(rotate + "/start"));
    JsonNode finished = succeed(stytch.post(rotate)).path("connected_app");
    assertEquals(
        started.path("next_client_secret_last_four"), finished.path("client_secret_last_four"));
    assertTrue(finished.path("next_client_secret_last_four").isNull());
    succeed(stytch.post(rotate + "/start"));
    assertEquals(finished, succeed(stytch.post(rotate + "/cancel")).path("connected_app"));
  }

  @Test
  void appsGoBackWithACheckpointAndGoWithAReset() throws Exception {
    String path = path(create("first_party", "kept"));
    Checkpoint checkpoint = world.checkpoint();
    create("first_party", "later");
    succeed(stytch.put(path, "client_name", "renamed"));

    world.restore(checkpoint);

    assertEquals(List.of("kept"), found());
    world.reset();
    assertEquals(List.of(), found());
  }
}
