package dev.keyway.emulator.internal.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {
  private static Request request(String query, String contentType, String body) {
    return new Request(
        "POST",
        "/x",
        query,
        Map.of("content-type", List.of(contentType)),
        body.getBytes(StandardCharsets.UTF_8),
        false,
        "127.0.0.1");
  }

  @Test
  void aValueIsShownOnlyIfItsNameIsKnownToBeHarmless() {
    String shown =
        Redaction.request(
            request(
                "code=S3CRET&user_id=u1",
                "application/json",
                """
                {"email":"ada@example.com","password":"S3CRET","code":"S3CRET","whatever":"S3CRET",
                 "nested":{"session_token":"S3CRET"},"list":["S3CRET"],"pin":31337,
                 "trusted_metadata":{"email":"S3CRET"}}
                """));

    assertFalse(shown.contains("S3CRET"), shown);
    assertFalse(shown.contains("31337"), shown);
    assertTrue(shown.contains("ada@example.com"), shown);
    assertTrue(shown.contains("\"user_id\":\"u1\""), shown);
  }

  @Test
  void formsAreRedactedToo() {
    String shown =
        Redaction.request(
            request(
                "",
                "application/x-www-form-urlencoded",
                "grant_type=refresh_token&refresh_token=S3CRET&client_secret=S3CRET"));

    assertFalse(shown.contains("S3CRET"), shown);
    assertTrue(shown.contains("\"grant_type\":\"refresh_token\""), shown);
  }

  @Test
  void whatCannotBeReadIsNotShown() {
    assertEquals("[not JSON]", Redaction.request(request("", "application/json", "{S3CRET")));
  }

  @Test
  void anErrorCodeIsShownAndACodeIsNot() {
    Response error =
        Response.json(
            400, Json.object().put("code", "PASSWORD_TOO_SHORT").put("error", "Too short"));
    Response code = Response.json(200, Json.object().put("code", "ABCDEF"));

    assertTrue(Redaction.response(error).contains("PASSWORD_TOO_SHORT"));
    assertFalse(Redaction.response(code).contains("ABCDEF"));
  }

  @Test
  void aRefusedValueThatAnErrorQuotesIsCutOff() {
    Response error =
        Response.json(
            400,
            Json.object()
                .put(
                    "error",
                    "body.password must be a `string` type, but the final value"
                        + " was: `{ \"S3CRET\" }`."));

    assertFalse(Redaction.response(error).contains("S3CRET"), Redaction.response(error));
  }

  @Test
  void whatIsLongIsCutOffAfterItWasRedacted() {
    ObjectNode body = Json.object().put("email", "e".repeat(1_970)).put("password", "S3CRET");
    body.putArray("list").addObject().put("email", "unseen");

    String shown = Redaction.response(Response.json(200, body));

    assertEquals(2_001, shown.length());
    assertTrue(shown.endsWith("\"password\":\"[redac…"), shown);
  }

  @Test
  void listsAndEmptyContainersKeepTheirForm() {
    ObjectNode body = Json.object();
    body.putArray("roles").add("a").add("b");
    body.putArray("keys").add("S3CRET").add(1).add(true);
    body.putArray("none");
    body.putObject("nothing");
    body.putObject("session").put("created_at", 5).put("token_millis", 6).putNull("pin");

    assertEquals(
        "{\"roles\":[\"a\",\"b\"],\"keys\":[\"[redacted]\",\"[redacted]\",\"[redacted]\"],"
            + "\"none\":[],\"nothing\":{},"
            + "\"session\":{\"created_at\":5,\"token_millis\":6,\"pin\":null}}",
        Redaction.response(Response.json(200, body)));
  }
}
