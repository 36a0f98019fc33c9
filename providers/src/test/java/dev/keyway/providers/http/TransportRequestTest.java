package dev.keyway.providers.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.WireEvent;
import dev.keyway.providers.http.ScriptedServer.Received;
import dev.keyway.providers.http.ScriptedServer.Reply;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is sent. */
class TransportRequestTest extends TransportFixture {

  @Test
  void aBodyIsJsonAndABodilessRequestHasNoContentType() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"id\":\"1\"}"));
        Transport transport = transport(server.url())) {
      Things things = transport.api(Things.class);
      transport.run(PATIENT, () -> things.create(new NewThing("Ann", null)));
      transport.run(PATIENT, () -> things.delete("7"));

      Received create = server.received().get(0);
      assertEquals("{\"display_name\":\"Ann\"}", create.body());
      assertEquals("application/json", create.headers().get("content-type"));
      assertEquals("application/json", create.headers().get("accept"));
      assertEquals("k3y", create.headers().get("x-key"));
      assertNull(create.headers().get("accept-encoding"));
      assertNull(create.headers().get("upgrade"));
      Received delete = server.received().get(1);
      assertEquals("DELETE /v1/things/7", delete.method() + " " + delete.target());
      assertNull(delete.headers().get("content-type"));
    }
  }

  @Test
  void aNullInAMapIsSentAndANullInARecordIsNot() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"id\":\"1\"}"));
        Transport transport = transport(server.url())) {
      Map<String, @Nullable Object> patch = new LinkedHashMap<>();
      patch.put("display_name", null);
      transport.run(PATIENT, () -> transport.api(Things.class).create(patch));
      assertEquals("{\"display_name\":null}", server.received().get(0).body());
    }
  }

  @Test
  void pathsAndQueriesCarryAnyText() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"id\":\"1\"}"));
        Transport transport = transport(server.url())) {
      Things things = transport.api(Things.class);
      transport.run(PATIENT, () -> things.find("a/b?c#d", "jane+tag@example.org & ü%"));
      transport.run(PATIENT, () -> things.find("1", null));

      assertEquals(
          "/v1/things/a%2Fb%3Fc%23d?query=jane%2Btag%40example.org%20%26%20%C3%BC%25",
          server.received().get(0).target().replace("+", "%20").replace("@", "%40"));
      assertEquals("/v1/things/1", server.received().get(1).target());
    }
  }

  /** A proxy that serves the vendor below a path of its own may have any path. */
  @Test
  void aBaseUrlsPathIsSentInAscii() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"id\":\"1\"}"));
        Transport transport = transport(URI.create(server.url() + "/日本/%C3%BC"))) {
      transport.run(PATIENT, () -> transport.api(Things.class).find("1", null));

      assertEquals("/%E6%97%A5%E6%9C%AC/%C3%BC/v1/things/1", server.received().get(0).target());
    }
  }

  @Test
  void anAnswerIsReadWithUnknownFieldsPassedOver() {
    String body = "{\"id\":\"1\",\"new_field\":{\"a\":[1]},\"parts\":[{\"part_name\":\"p\"}]}";
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, body));
        Transport transport = transport(server.url())) {
      Thing thing = transport.call(PATIENT, () -> transport.api(Things.class).find("1", null));
      assertEquals(new Thing("1", null, List.of(new Part("p"))), thing);
      assertEquals(body, transport.call(PATIENT, () -> transport.api(Things.class).raw()));
    }
  }

  @Test
  void aHeaderCannotSmuggleAnother() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"id\":\"1\"}"));
        Transport transport =
            transport(server.url(), Map.of("x-key", "a\r\nx-admin: true"), Dialects.PLAIN)) {
      AuthException failure = failure(transport, () -> transport.api(Things.class).create("x"));
      assertEquals(ErrorCode.INVALID_ARGUMENT, failure.code());
      assertTrue(server.received().isEmpty());
    }
  }

  @Test
  void eventsNameTheRouteAndNothingThatVaries() {
    try (ScriptedServer server =
            ScriptedServer.always(Reply.json(200, "{\"id\":\"1\"}", "x-request-id: r-9"));
        Transport transport = transport(server.url())) {
      transport.run(PATIENT, () -> transport.api(Things.class).find(SECRET, SECRET));
      WireEvent event = events.get(0);
      assertEquals("test", event.provider());
      assertEquals("GET", event.method());
      assertEquals("/v1/things/{id}", event.route());
      assertEquals(OptionalInt.of(200), event.status());
      assertEquals(Optional.of("r-9"), event.requestId());
    }
  }

  @Test
  void connectionsAreReused() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"id\":\"1\"}"));
        Transport transport = transport(server.url())) {
      Things things = transport.api(Things.class);
      for (int i = 0; i < 20; i++) {
        transport.run(PATIENT, () -> things.find("1", null));
      }
      assertEquals(1, server.connections());
    }
  }
}
