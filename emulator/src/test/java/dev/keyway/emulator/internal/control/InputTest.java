package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmulatorExtension.class)
class InputTest {
  private final AuthEmulator emulator;
  private final World world;
  private final Control control;

  InputTest(AuthEmulator emulator, World world) throws Exception {
    this.emulator = emulator;
    this.world = world;
    this.control = new Control(emulator);
  }

  private String path(String rest) {
    return Control.of(world) + rest;
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"by\":", "by=PT1M", "{\"by\":\"PT1M\"} {}", "\u0000", "{'by':1}"})
  void whatIsNotJsonIsRefused(String body) throws Exception {
    control.refused(400, "malformed_json", "POST", path("/clock/advance"), body);
  }

  @Test
  void deeplyNestedJsonIsRefused() throws Exception {
    String deep = "[".repeat(100_000);

    control.refused(400, "malformed_json", "POST", path("/clock/advance"), deep);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "\"by\"", "1"})
  void aBodyThatIsNoObjectIsRefused(String body) throws Exception {
    control.refused(400, "invalid", "POST", path("/clock/advance"), body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST | /clock/advance | {}                                    | by",
        "POST | /clock/advance | {\"by\":5}                            | by",
        "POST | /clock/advance | {\"by\":null}                         | by",
        "POST | /clock/advance | {\"by\":\"soon\"}                     | by",
        "POST | /clock/advance | {\"by\":\"P1000000000D\"}             | by",
        "POST | /clock/advance | {\"by\":\"P2920000D\"}                | by",
        "POST | /clock/advance | {\"by\":\"PT1M\",\"bye\":1}           | bye",
        "PUT  | /clock         | {\"now\":\"tomorrow\"}                | now",
        "PUT  | /clock         | {\"now\":\"+12345-01-01T00:00:00Z\"}  | now",
        "PUT  | /clock         | {\"now\":\"2026-01-01T00:00:00Z\",\"frozen\":\"yes\"} | frozen",
        "POST | /faults        | {\"operation\":\"stytch.*\",\"effect\":\"explode\"} | effect",
        "POST | /faults        | {\"operation\":\"stytch.*\",\"effect\":\"respond\"} | status",
        "POST | /faults        | {\"operation\":\"stytch.*\",\"effect\":\"delay\"} | delay",
        "POST | /faults        | {\"operation\":\"stytch.*\",\"effect\":\"drop\",\"times\":0} | times",
        "POST | /faults        | {\"operation\":\"stytch.*\",\"effect\":\"drop\",\"times\":1.5} | times",
        "POST | /faults        | {\"operation\":\"stytch.*\",\"effect\":\"drop\",\"times\":99999999999} | times",
        "POST | /outbox/bounces | {\"address\":[\"a\"]}                 | address",
        "POST | /ledger/verify | {\"operations\":[\"a\",7]}            | operations[1]",
        "POST | /ledger/verify | {}                                    | operations",
        "POST | /oauth/next    | {\"decision\":\"approve\"}            | account",
        "POST | /oauth/next    | {\"decision\":\"approve\",\"account\":{\"email\":7}} | account.email",
        "POST | /keys/rotate   | {\"provider\":\"auth0\"}              | provider",
        "GET  | /outbox/await?kind=magic_link |                        | to",
        "GET  | /outbox/await?to=a&kind=letter |                       | kind",
        "GET  | /outbox/await?to=a&kind=magic_link&timeout=PT61S |     | timeout",
        "GET  | /outbox?form=a |                                       | form",
        "GET  | /outbox?to=a&to=b |                                    | to",
        "GET  | /ledger?status=ok |                                    | status",
        "GET  | /outbox?after=m999 |                                   | after",
      })
  void whatCannotBeMeantIsRefusedByItsName(String method, String rest, String body, String field)
      throws Exception {
    control.refusedFor(field, method, path(rest), body == null ? "" : body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void aFormOfAnotherPageIsNoBody(String contentType) throws Exception {
    Wire.Reply reply =
        control
            .wire()
            .with("content-type", contentType)
            .send("POST", path("/clock/advance"), "{\"by\":\"PT1M\"}");

    assertEquals(415, reply.status(), reply.text());
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    String large = "{\"by\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}";

    control.refused(413, "too_large", "POST", path("/clock/advance"), large);
  }

  @Test
  void aBodyWhereNoneIsTakenIsRefused() throws Exception {
    control.refused(400, "invalid", "POST", path("/reset"), "{\"all\":true}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/no-such-page",
        "/worlds/../worlds",
        "/worlds/%2e%2e/worlds",
        "/worlds/w1%2Fclock",
        "/worlds//clock",
        "/worlds/",
        "//worlds",
        "/health/",
        "/../api/v1/users",
        "/%2e%2e/api/v1/users",
      })
  void aPathThatDoesNotExistIsNotFound(String path) throws Exception {
    String response =
        RawHttp.exchange(
            emulator.baseUrl(), "GET /_emulator" + path + " HTTP/1.1", "", "Host: localhost");

    assertEquals(404, RawHttp.status(response), response);
    assertTrue(response.contains("\"not_found\""), response);
  }

  @Test
  void aPathThatOnlyBeginsAlikeIsNotTheHouses() throws Exception {
    String response =
        RawHttp.exchange(
            emulator.baseUrl(), "GET /_emulators/worlds HTTP/1.1", "", "Host: localhost");

    assertEquals(404, RawHttp.status(response), response);
    assertFalse(response.contains("\"error\""), response);
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH,/worlds,'GET, HEAD, POST'",
    "POST,/health,'GET, HEAD'",
    "TRACE,/health,'GET, HEAD'",
  })
  void aMethodThatThePathHasNotIsRefused(String method, String path, String allowed)
      throws Exception {
    String response =
        RawHttp.exchange(
            emulator.baseUrl(), method + " /_emulator" + path + " HTTP/1.1", "", "Host: localhost");

    assertEquals(405, RawHttp.status(response), response);
    assertTrue(
        response.toLowerCase(Locale.ROOT).contains("allow: " + allowed.toLowerCase(Locale.ROOT)),
        response);
  }

  @Test
  void everyVerbOfAWorldRefusesAnUnknownWorld() throws Exception {
    int endpoints = 0;
    for (Map.Entry<String, JsonNode> path : control.document().root().path("paths").properties()) {
      if (!path.getKey().startsWith("/worlds/{world}")) {
        continue;
      }
      for (Map.Entry<String, JsonNode> endpoint : path.getValue().properties()) {
        endpoints++;
        String body =
            Json.write(endpoint.getValue().at("/requestBody/content/application~1json/example"));
        control.refused(
            404,
            "not_found",
            endpoint.getKey().toUpperCase(Locale.ROOT),
            path.getKey().replaceAll("\\{[a-z]+}", "nobody") + query(endpoint.getValue()),
            endpoint.getValue().has("requestBody") ? body : "");
      }
    }
    assertTrue(endpoints > 30, "all endpoints of a world, but there are " + endpoints);
  }

  /** A query with all that an endpoint demands. */
  private static String query(JsonNode endpoint) {
    StringBuilder query = new StringBuilder();
    for (JsonNode parameter : endpoint.path("parameters")) {
      if (parameter.path("in").asText().equals("query") && parameter.path("required").asBoolean()) {
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(parameter.path("name").asText())
            .append('=')
            .append(parameter.at("/schema/enum/0").asText("a"));
      }
    }
    return query.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"x-a\":\"1\\r\\nset-cookie: a=b\"}", "{\"x-a\":\"1\\u0000\"}"})
  void aHeaderThatWouldBeTwoIsRefused(String headers) throws Exception {
    control.refusedFor(
        "headers.x-a",
        "POST",
        path("/faults"),
        "{\"operation\":\"stytch.*\",\"effect\":\"respond\",\"status\":503,\"headers\":%s}"
            .formatted(headers));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x a", "x\\r\\na", "", "x:a"})
  void aHeaderNameThatIsNoneIsRefused(String name) throws Exception {
    control.refusedFor(
        "headers",
        "POST",
        path("/faults"),
        "{\"operation\":\"stytch.*\",\"effect\":\"respond\",\"status\":503,\"headers\":{\"%s\":\"1\"}}"
            .formatted(name));
  }

  @Test
  void aNameWithMarkupStaysTextInJson() throws Exception {
    Wire.Reply reply = control.wire().post("/worlds", "{\"name\":\"<script>alert(1)</script>\"}");
    control.delete("/worlds/" + reply.at("id"));

    assertEquals("<script>alert(1)</script>", reply.at("name"));
    assertEquals("application/json", reply.header("content-type").orElse(""));
    assertEquals("nosniff", reply.header("x-content-type-options").orElse(""));
    assertEquals("no-store", reply.header("cache-control").orElse(""));
  }

  @Test
  void aRefusedRequestLeavesAllWorldsAsTheyWere(AuthEmulator same) throws Exception {
    List<World> before = same.worlds();
    control.refusedFor("nam", "POST", "/worlds", "{\"nam\":\"x\"}");
    control.refusedFor(
        "times",
        "POST",
        path("/faults"),
        "{\"operation\":\"stytch.*\",\"effect\":\"drop\",\"times\":-1}");

    assertTrue(same.worlds().containsAll(before.stream().filter(w -> w == world).toList()));
    assertEquals(List.of(), world.faults().active());
  }
}
