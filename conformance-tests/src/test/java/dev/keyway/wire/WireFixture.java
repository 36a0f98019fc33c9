package dev.keyway.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One pair of request and answer.
 *
 * @param name for the test's name
 * @param source where the facts are from
 * @param call the neutral call that sends the request
 * @param failure the {@code ErrorCode} that the call ends with; null when it ends well
 * @param request what is sent; what differs from world to world stands in braces
 * @param answer what comes back; the text {@code "{string}"} stands for any text
 */
record WireFixture(
    String name,
    String source,
    String call,
    @Nullable String failure,
    Request request,
    Answer answer) {

  record Request(
      String method, String path, Map<String, String> headers, @Nullable JsonNode body) {}

  record Answer(int status, Map<String, String> headers, JsonNode body) {}

  static final ObjectMapper JSON = new ObjectMapper();

  static List<WireFixture> of(String vendor) {
    try (InputStream in = WireFixture.class.getResourceAsStream("/wire/" + vendor + ".json")) {
      List<WireFixture> fixtures = new ArrayList<>();
      for (JsonNode node : JSON.readTree(Objects.requireNonNull(in, vendor))) {
        fixtures.add(JSON.treeToValue(node, WireFixture.class));
      }
      return fixtures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the request has a place for that. */
  boolean names(String placeholder) {
    return request.path().contains(placeholder)
        || String.valueOf(request.body()).contains(placeholder);
  }

  /** The same with values in the places that the request has for them. */
  WireFixture with(Map<String, String> values) throws JsonProcessingException {
    String path = request.path();
    String body = String.valueOf(request.body());
    for (Map.Entry<String, String> value : values.entrySet()) {
      path = path.replace(value.getKey(), value.getValue());
      body = body.replace(value.getKey(), value.getValue());
    }
    return new WireFixture(
        name,
        source,
        call,
        failure,
        new Request(request.method(), path, request.headers(), JSON.readTree(body)),
        answer);
  }

  @Override
  public String toString() {
    return name;
  }
}
