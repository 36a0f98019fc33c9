package dev.keyway.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.keyway.emulator.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Plain HTTP, as a program without any SDK would speak it. Immutable. */
public final class Wire {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final URI baseUrl;
  private final Map<String, String> headers;
  private final Duration patience;
  private final boolean chance;

  private Wire(URI baseUrl, Map<String, String> headers, Duration patience, boolean chance) {
    this.baseUrl = baseUrl;
    this.headers = headers;
    this.patience = patience;
    this.chance = chance;
  }

  /** Without any header. */
  public static Wire to(URI baseUrl) {
    return new Wire(baseUrl, Map.of(), FOR_EVER, false);
  }

  /** As a client of the world's Stack Auth. */
  public static Wire stackClient(World world) {
    return to(URI.create(world.stackAuth().baseUrl() + "/api/v1"))
        .with("x-stack-access-type", "client")
        .with("x-stack-project-id", world.stackAuth().projectId())
        .with("x-stack-publishable-client-key", world.stackAuth().publishableClientKey());
  }

  /** As a server of the world's Stack Auth. */
  public static Wire stackServer(World world) {
    return to(URI.create(world.stackAuth().baseUrl() + "/api/v1"))
        .with("x-stack-access-type", "server")
        .with("x-stack-project-id", world.stackAuth().projectId())
        .with("x-stack-secret-server-key", world.stackAuth().secretServerKey());
  }

  /** As the backend of the world's Stytch project. */
  public static Wire stytch(World world) {
    return to(world.stytch().baseUrl()).basic(world.stytch().projectId(), world.stytch().secret());
  }

  /** The same with HTTP Basic. */
  public Wire basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return with("authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** The same with one header set. */
  public Wire with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Wire(baseUrl, more, patience, chance);
  }

  /** The same without a header. */
  public Wire without(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(name);
    return new Wire(baseUrl, fewer, patience, chance);
  }

  /** The same, which fails when no answer comes for so long. */
  public Wire within(Duration limit) {
    return new Wire(baseUrl, headers, limit, chance);
  }

  /** The same for requests made by chance: what they meet is not counted on in the next run. */
  public Wire byChance() {
    return new Wire(baseUrl, headers, patience, true);
  }

  /** Posts JSON. */
  public Reply post(String path, String json) throws IOException, InterruptedException {
    return with("content-type", "application/json").send("POST", path, json);
  }

  /** Posts nothing. */
  public Reply post(String path) throws IOException, InterruptedException {
    return send("POST", path, "");
  }

  /** Gets. */
  public Reply get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  /** Sends anything. */
  public Reply send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(patience)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(request::header);
    HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
    Reply reply = new Reply(response);
    DeclaredErrors.check(response, reply, !chance);
    return reply;
  }

  /** What came back. */
  public static final class Reply {
    private final HttpResponse<String> response;

    private Reply(HttpResponse<String> response) {
      this.response = response;
    }

    /** HTTP status. */
    public int status() {
      return response.statusCode();
    }

    /** The body as text. */
    public String text() {
      return response.body();
    }

    /** The body as a tree; missing when it is no JSON. */
    public JsonNode json() {
      try {
        return Json.read(response.body());
      } catch (Json.Malformed e) {
        return MissingNode.getInstance();
      }
    }

    /** A text of the body; empty when there is none of that name. */
    public String at(String field) {
      return json().path(field).asText();
    }

    /** A header. */
    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }
  }
}
