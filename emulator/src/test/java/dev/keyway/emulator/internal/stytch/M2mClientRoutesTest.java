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
class M2mClientRoutesTest {
  private static final String CLIENTS = "/v1/m2m/clients";
  private static final String SECRET = "quiet-Harbour-74-lanterns";

  private final World world;
  private final StytchClient stytch;

  M2mClientRoutesTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
  }

  private static ArrayNode texts(String... texts) {
    ArrayNode array = Json.array();
    List.of(texts).forEach(array::add);
    return array;
  }

  private JsonNode create(String name, String... scopes) throws Exception {
    return succeed(stytch.post(CLIENTS, "client_name", name, "scopes", texts(scopes)))
        .path("m2m_client");
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private List<String> found(String operator, JsonNode... operands) throws Exception {
    ArrayNode all = Json.array();
    List.of(operands).forEach(all::add);
    JsonNode reply =
        succeed(
            stytch.post(CLIENTS + "/search", "query", body("operator", operator, "operands", all)));
    List<String> names = new ArrayList<>();
    reply.path("m2m_clients").forEach(client -> names.add(client.path("client_name").asText()));
    assertEquals(names.size(), reply.at("/results_metadata/total").intValue());
    return names;
  }

  private static JsonNode filter(String name, Object value) {
    return body("filter_name", name, "filter_value", value);
  }

  @Test
  void aNewMachineShowsItsSecretOnce() throws Exception {
    JsonNode made = create("reports", "read:reports");

    assertTrue(made.path("client_id").textValue().matches("m2m-client-test-[0-9a-f-]{36}"));
    String secret = made.path("client_secret").textValue();
    assertTrue(secret.endsWith(made.path("client_secret_last_four").textValue()));
    assertEquals("active", made.path("status").textValue());
    JsonNode read =
        succeed(stytch.get(CLIENTS + "/" + made.path("client_id").textValue())).path("m2m_client");
    assertEquals(
        Set.of(
            "client_description",
            "client_id",
            "client_name",
            "client_secret_last_four",
            "next_client_secret_last_four",
            "scopes",
            "status",
            "trusted_metadata"),
        names(read));
    assertTrue(read.path("next_client_secret_last_four").isNull());
    assertFalse(read.toString().contains(secret));
  }

  @Test
  void idSecretAndMetadataMayBeOnesOwn() throws Exception {
    JsonNode made =
        succeed(
                stytch.post(
                    CLIENTS,
                    "client_id",
                    "billing",
                    "client_secret",
                    SECRET,
                    "client_description",
                    "Sends invoices",
                    "scopes",
                    texts("a", "a", "b"),
                    "trusted_metadata",
                    body("tier", "gold")))
            .path("m2m_client");

    assertEquals("billing", made.path("client_id").textValue());
    assertEquals(SECRET, made.path("client_secret").textValue());
    assertEquals(texts("a", "b"), made.path("scopes"));
    assertEquals("gold", made.at("/trusted_metadata/tier").textValue());
    assertRefused(
        400,
        "duplicate_m2m_client_id",
        stytch.post(CLIENTS, "client_id", "billing", "scopes", texts()));
  }

  @Test
  void whatIsOutOfFormIsRefusedWithItsName() throws Exception {
    Object[][] rows = {
      {"bad_request", "scopes", NullNode.getInstance()},
      {"bad_request", "scopes", "read"},
      {"bad_request", "scopes", Json.array().add(7)},
      {"bad_request", "client_name", 7},
      {"bad_request", "client_secret", true},
      {"m2m_client_invalid_client_id", "client_id", "two words"},
      {"m2m_client_invalid_client_id", "client_id", "x".repeat(129)},
      {"m2m_client_invalid_client_secret", "client_secret", "short"},
      {"client_secret_too_long", "client_secret", SECRET.repeat(3)},
      {"insecure_m2m_client_secret", "client_secret", "aaaaaaaaaaaa"},
      {"m2m_client_invalid_client_name", "client_name", "x".repeat(257)},
      {"m2m_client_invalid_client_description", "client_description", "x".repeat(1025)},
      {"invalid_m2m_client_scope", "scopes", texts("read write")},
      {"invalid_m2m_client_scope", "scopes", texts("")},
      {"metadata_invalid_format", "trusted_metadata", texts("a")},
      {"metadata_too_large", "trusted_metadata", body("a", "x".repeat(5000))},
    };
    for (Object[] row : rows) {
      ObjectNode sent = body("scopes", texts("read"));
      sent.setAll(body(row[1], row[2]));
      assertRefused(400, (String) row[0], stytch.send("POST", CLIENTS, sent));
    }
    assertRefused(400, "bad_request", stytch.post(CLIENTS));
    String[] many = new String[101];
    for (int i = 0; i < many.length; i++) {
      many[i] = "s" + i;
    }
    assertRefused(400, "too_many_m2m_client_scopes", stytch.post(CLIENTS, "scopes", texts(many)));
    world.stytch().configure(settings -> settings.m2mClientLimit(1));
    create("first");
    assertRefused(
        400, "too_many_m2m_clients_for_billing_tier", stytch.post(CLIENTS, "scopes", texts()));
  }

  @Test
  void anUpdateChangesWhatItNames() throws Exception {
    String path = CLIENTS + "/" + create("reports", "read").path("client_id").textValue();

    JsonNode changed =
        succeed(
                stytch.put(
                    path,
                    "status",
                    "inactive",
                    "scopes",
                    texts("write"),
                    "trusted_metadata",
                    body("a", 1)))
            .path("m2m_client");

    assertEquals("reports", changed.path("client_name").textValue());
    assertEquals("inactive", changed.path("status").textValue());
    assertEquals(texts("write"), changed.path("scopes"));
    JsonNode cleared =
        succeed(
                stytch.put(
                    path,
                    "client_name",
                    "",
                    "trusted_metadata",
                    body("a", NullNode.getInstance(), "b", 2)))
            .path("m2m_client");
    assertEquals("", cleared.path("client_name").textValue());
    assertEquals("{\"b\":2}", cleared.path("trusted_metadata").toString());
    assertEquals("inactive", cleared.path("status").textValue());
    Object[][] rows = {
      {"invalid_m2m_client_status", "status", "asleep"},
      {"bad_request", "status", 1},
      {"m2m_client_invalid_client_name", "client_name", "x".repeat(257)},
      {"m2m_client_invalid_client_description", "client_description", "x".repeat(1025)},
      {"invalid_m2m_client_scope", "scopes", texts("a b")},
      {"metadata_invalid_format", "trusted_metadata", "a"},
    };
    for (Object[] row : rows) {
      assertRefused(400, (String) row[0], stytch.put(path, row[1], row[2]));
    }
  }

  @Test
  void nobodyElsesMachineIsFound(AuthEmulator emulator) throws Exception {
    String id = create("reports", "read").path("client_id").textValue();
    try (World other = emulator.newWorld()) {
      StytchClient stranger = new StytchClient(other);
      String path = CLIENTS + "/" + id;
      assertRefused(404, "m2m_client_not_found", stranger.get(path));
      assertRefused(404, "m2m_client_not_found", stranger.put(path, "client_name", "mine"));
      assertRefused(404, "m2m_client_not_found", stranger.delete(path));
      for (String end : List.of("/start", "/cancel", "")) {
        assertRefused(404, "m2m_client_not_found", stranger.post(path + "/secrets/rotate" + end));
      }
      assertRefused(401, "unauthorized_credentials", stytch.withSecret("secret-test-x").get(path));
    }
    succeed(stytch.get(CLIENTS + "/" + id));
  }

  @Test
  void aDeletedMachineIsGone() throws Exception {
    String path = CLIENTS + "/" + create("reports").path("client_id").textValue();
    assertEquals(1, machines());

    assertTrue(path.endsWith(succeed(stytch.delete(path)).path("client_id").textValue()));

    assertRefused(404, "m2m_client_not_found", stytch.get(path));
    assertRefused(404, "m2m_client_not_found", stytch.delete(path));
    assertEquals(0, machines());
  }

  private int machines() throws Exception {
    for (JsonNode metric : succeed(stytch.get("/v1/projects/metrics")).path("metrics")) {
      if (metric.path("metric_type").textValue().equals("M2M_CLIENT_COUNT")) {
        return metric.path("count").intValue();
      }
    }
    return -1;
  }

  @Test
  void aSearchTakesAllOrAnyOfItsFilters() throws Exception {
    create("one", "read", "write");
    create("two", "read");
    create("three", "admin");

    assertEquals(List.of("three", "two", "one"), found("AND"));
    assertEquals(List.of("three", "two", "one"), found("OR"));
    assertEquals(List.of("two", "one"), found("AND", filter("scopes", texts("read"))));
    assertEquals(
        List.of("one"),
        found("and", filter("scopes", texts("read")), filter("client_name", texts("one"))));
    assertEquals(
        List.of("three", "one"),
        found("OR", filter("scopes", texts("admin")), filter("client_name", texts("one"))));
    assertEquals(List.of(), found("AND", filter("client_id", texts("nobody"))));
  }

  @Test
  void aSearchComesInPages() throws Exception {
    create("one");
    create("two");
    create("three");

    JsonNode first = succeed(stytch.post(CLIENTS + "/search", "limit", 2));
    assertEquals(2, first.path("m2m_clients").size());
    assertEquals(3, first.at("/results_metadata/total").intValue());
    create("newer");
    JsonNode second =
        succeed(
            stytch.post(
                CLIENTS + "/search",
                "limit",
                2,
                "cursor",
                first.at("/results_metadata/next_cursor").textValue()));
    assertEquals(1, second.path("m2m_clients").size());
    assertEquals("one", second.at("/m2m_clients/0/client_name").textValue());
    assertTrue(second.at("/results_metadata/next_cursor").isNull());
  }

  @Test
  void aSearchOutOfFormIsRefused() throws Exception {
    Object[][] rows = {
      {"bad_request", "limit", 0},
      {"bad_request", "limit", 1001},
      {"bad_request", "cursor", "x"},
      {"bad_request", "query", "all"},
      {"bad_request", "query", body("operands", Json.array())},
      {"bad_request", "query", body("operator", "XOR")},
      {"bad_request", "query", body("operator", "AND", "operands", "x")},
      {"m2m_search_missing_filter_name", "query", one(body("filter_value", texts()))},
      {"m2m_search_filter_name_must_be_string", "query", one(body("filter_name", 7))},
      {"m2m_search_filter_name_not_recognized", "query", one(filter("secret", texts()))},
      {"m2m_search_missing_filter_value", "query", one(body("filter_name", "scopes"))},
      {"m2m_search_expected_array_of_strings", "query", one(filter("scopes", "read"))},
      {"m2m_search_expected_array_of_strings", "query", one(filter("scopes", Json.array().add(1)))},
    };
    for (Object[] row : rows) {
      assertRefused(
          400, (String) row[0], stytch.send("POST", CLIENTS + "/search", body(row[1], row[2])));
    }
  }

  private static JsonNode one(JsonNode operand) {
    return body("operator", "AND", "operands", Json.array().add(operand));
  }

  @Test
  void aRotationShowsTheNextSecretOnce() throws Exception {
    JsonNode made = create("reports", "read");
    String rotate = CLIENTS + "/" + made.path("client_id").textValue() + "/secrets/rotate";

    assertRefused(400, "m2m_client_not_rotating_secret", stytch.post(rotate));
    assertRefused(400, "m2m_client_not_rotating_secret", stytch.post(rotate + "/cancel"));
    JsonNode started = succeed(stytch.post(rotate + "/start")).path("m2m_client");
    String next = started.path("next_client_secret").textValue();
    assertNotEquals(made.path("client_secret").textValue(), next);
    assertTrue(next.endsWith(started.path("next_client_secret_last_four").textValue()));
    assertRefused(400, "m2m_client_already_rotating_secret", stytch.post(rotate + "/start"));
    JsonNode finished = succeed(stytch.post(rotate)).path("m2m_client");
    assertEquals(
        started.path("next_client_secret_last_four"), finished.path("client_secret_last_four"));
    assertFalse(finished.has("next_client_secret"));
    succeed(stytch.post(rotate + "/start"));
    JsonNode cancelled = succeed(stytch.post(rotate + "/cancel")).path("m2m_client");
    assertEquals(finished, cancelled);
  }

  @Test
  void machinesGoBackWithACheckpointAndGoWithAReset() throws Exception {
    String id = create("kept", "read").path("client_id").textValue();
    Checkpoint checkpoint = world.checkpoint();
    create("later");
    succeed(stytch.put(CLIENTS + "/" + id, "client_name", "renamed"));

    world.restore(checkpoint);

    assertEquals(List.of("kept"), found("AND"));
    world.reset();
    assertEquals(List.of(), found("AND"));
  }
}
