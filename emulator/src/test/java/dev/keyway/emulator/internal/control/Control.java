package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A program that knows the control API by its document alone, and holds every answer to it. */
final class Control {
  private final Wire wire;
  private final Document document;

  Control(AuthEmulator emulator) throws Exception {
    this.wire = Wire.to(URI.create(emulator.baseUrl() + "/_emulator"));
    this.document = new Document(wire.get("/openapi.json").json());
  }

  /** A world's part of it. */
  static String of(World world) {
    return "/worlds/" + world.id();
  }

  Document document() {
    return document;
  }

  Wire wire() {
    return wire;
  }

  JsonNode get(String path) throws Exception {
    return checked("GET", path, wire.get(path));
  }

  JsonNode post(String path, String body) throws Exception {
    return checked("POST", path, body.isEmpty() ? wire.post(path) : wire.post(path, body));
  }

  JsonNode put(String path, String body) throws Exception {
    return checked("PUT", path, send("PUT", path, body));
  }

  JsonNode patch(String path, String body) throws Exception {
    return checked("PATCH", path, send("PATCH", path, body));
  }

  JsonNode delete(String path) throws Exception {
    return checked("DELETE", path, send("DELETE", path, ""));
  }

  /** Sends what is expected to be refused. */
  void refused(int status, String code, String method, String path, String body) throws Exception {
    Wire.Reply reply = send(method, path, body);
    assertEquals(status, reply.status(), reply.text());
    assertEquals(code, reply.json().at("/error/code").asText(), reply.text());
    assertFalse(reply.json().at("/error/message").asText().isEmpty(), reply.text());
  }

  /** Sends what is expected to be refused because of one field. */
  void refusedFor(String field, String method, String path, String body) throws Exception {
    Wire.Reply reply = send(method, path, body);
    assertEquals(400, reply.status(), reply.text());
    assertEquals(field, reply.json().at("/error/field").asText(), reply.text());
  }

  Wire.Reply send(String method, String path, String body) throws Exception {
    return body.isEmpty()
        ? wire.send(method, path, "")
        : wire.with("content-type", "application/json").send(method, path, body);
  }

  /** Begins a call that may wait, and hands over to {@code meanwhile}. */
  static <T> T during(Callable<T> call, Step meanwhile) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<T> result = thread.submit(call);
      meanwhile.run();
      return result.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      thread.shutdownNow();
    }
  }

  private JsonNode checked(String method, String path, Wire.Reply reply) {
    JsonNode operation = document.operation(method, path);
    assertFalse(operation.isMissingNode(), "not in the document: " + method + " " + path);
    JsonNode promised = operation.path("responses").path(Integer.toString(reply.status()));
    assertFalse(
        promised.isMissingNode(), method + " " + path + ": " + reply.status() + reply.text());
    JsonNode content = promised.path("content").path("application/json");
    if (content.has("schema")) {
      assertEquals(
          Set.of(), document.problems(content.get("schema"), reply.json()), method + " " + path);
    }
    return reply.status() == 204 ? MissingNode.getInstance() : reply.json();
  }

  /** Something that is done meanwhile. */
  interface Step {
    void run() throws Exception;
  }
}
