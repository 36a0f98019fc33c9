package dev.keyway.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is sent back. Immutable.
 *
 * @param status HTTP status
 * @param headers by name, in order; {@code content-type} and {@code content-length} are not here
 * @param contentType null when there is no body
 * @param body the text to send
 * @param json the tree that {@code body} was written from; null when it is no JSON
 * @param errorCode the provider's error code, for the ledger; null on success
 */
public record Answer(
    int status,
    Map<String, String> headers,
    @Nullable String contentType,
    String body,
    @Nullable JsonNode json,
    @Nullable String errorCode) {

  /** Copies the headers. */
  public Answer {
    headers = new LinkedHashMap<>(headers);
    Objects.requireNonNull(body, "body");
  }

  /** JSON without blanks. */
  public static Answer json(int status, JsonNode tree) {
    return new Answer(status, Map.of(), "application/json", Json.write(tree), tree, null);
  }

  /** JSON indented by two. */
  public static Answer indentedJson(int status, JsonNode tree) {
    return new Answer(status, Map.of(), "application/json", Json.writeIndented(tree), tree, null);
  }

  /** Plain text in UTF-8. */
  public static Answer text(int status, String text) {
    return new Answer(status, Map.of(), "text/plain; charset=utf-8", text, null, null);
  }

  /** No body. */
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), null, "", null, null);
  }

  /** The same with one more header. */
  public Answer withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, contentType, body, json, errorCode);
  }

  /** The same without that header. */
  public Answer withoutHeader(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(name);
    return new Answer(status, fewer, contentType, body, json, errorCode);
  }

  /** The same with more headers; those it has already are kept. */
  public Answer withDefaultHeaders(Map<String, String> defaults) {
    Map<String, String> more = new LinkedHashMap<>(defaults);
    more.putAll(headers);
    return new Answer(status, more, contentType, body, json, errorCode);
  }

  /** The same with another status. */
  public Answer withStatus(int other) {
    return new Answer(other, headers, contentType, body, json, errorCode);
  }

  /** The same with another content type. */
  public Answer withContentType(String other) {
    return new Answer(status, headers, other, body, json, errorCode);
  }

  /** The same with another body text. */
  public Answer withBody(String other) {
    return new Answer(status, headers, contentType, other, json, errorCode);
  }

  /** The same, known to the ledger by the provider's error code. */
  public Answer withErrorCode(String code) {
    return new Answer(status, headers, contentType, body, json, code);
  }

  /** Status and error code: never the body, which may hold secrets. */
  @Override
  public String toString() {
    return "Answer[" + status + (errorCode == null ? "]" : " " + errorCode + "]");
  }
}
