package dev.keyway.emulator.internal.stytch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;

/** Calls of one world's Stytch project, with bodies written as names and values in turn. */
final class StytchClient {
  static final String EMAIL = "ada@example.com";
  static final String PASSWORD = "correct horse battery";

  private final Wire wire;

  private final World world;

  StytchClient(World world) {
    this(world, Wire.stytch(world));
  }

  private StytchClient(World world, Wire wire) {
    this.world = world;
    this.wire = wire;
  }

  /** The same with another secret. */
  StytchClient withSecret(String secret) {
    return new StytchClient(world, wire.basic(world.stytch().projectId(), secret));
  }

  /** An object of names and values in turn. */
  static ObjectNode body(Object... pairs) {
    ObjectNode body = Json.object();
    for (int i = 0; i < pairs.length; i += 2) {
      String name = (String) pairs[i];
      Object value = pairs[i + 1];
      if (value instanceof JsonNode node) {
        body.set(name, node);
      } else if (value instanceof Integer number) {
        body.put(name, number);
      } else if (value instanceof Boolean flag) {
        body.put(name, flag);
      } else {
        body.put(name, (String) value);
      }
    }
    return body;
  }

  Wire.Reply post(String path, Object... pairs) throws Exception {
    return wire.post(path, Json.write(body(pairs)));
  }

  Wire.Reply put(String path, Object... pairs) throws Exception {
    return wire.with("content-type", "application/json").send("PUT", path, Json.write(body(pairs)));
  }

  /** Sends a JSON body, whatever it is. */
  Wire.Reply send(String method, String path, JsonNode body) throws Exception {
    return wire.with("content-type", "application/json").send(method, path, Json.write(body));
  }

  Wire.Reply get(String path) throws Exception {
    return wire.get(path);
  }

  Wire.Reply delete(String path) throws Exception {
    return wire.send("DELETE", path, "");
  }

  /** Signs Ada up, with a session. */
  JsonNode signUp() throws Exception {
    return succeed(
        post(
            "/v1/passwords", "email", EMAIL, "password", PASSWORD, "session_duration_minutes", 60));
  }

  /** The body of an answer that must be a success. */
  static JsonNode succeed(Wire.Reply reply) {
    assertEquals(2, reply.status() / 100, reply.text());
    return reply.json();
  }

  static void assertRefused(int status, String type, Wire.Reply reply) {
    assertEquals(type, reply.at("error_type"), reply.text());
    assertEquals(status, reply.status());
    assertEquals(status, reply.json().path("status_code").intValue());
  }
}
