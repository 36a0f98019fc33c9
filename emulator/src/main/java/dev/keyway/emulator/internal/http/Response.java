package dev.keyway.emulator.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.address.AsciiUrl;
import dev.keyway.emulator.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
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
 * @param body the text to send; of a picture a character for each byte
 * @param json the tree that {@code body} was written from; null when it is no JSON
 * @param errorCode the provider's error code, for the ledger; null on success
 * @param diagnosis what else the ledger is told
 */
public record Response(
    int status,
    Map<String, String> headers,
    @Nullable String contentType,
    String body,
    @Nullable JsonNode json,
    @Nullable String errorCode,
    Diagnosis diagnosis) {

  /** Makes a response of headers that whoever gives them changes no more. */
  public Response {
    headers = headers.isEmpty() ? Map.of() : Collections.unmodifiableMap(headers);
    Objects.requireNonNull(body, "body");
  }

  /** JSON without blanks. */
  public static Response json(int status, JsonNode tree) {
    return new Response(
        status, Map.of(), "application/json", Json.write(tree), tree, null, Diagnosis.NONE);
  }

  /** JSON indented by two. */
  public static Response indentedJson(int status, JsonNode tree) {
    return new Response(
        status, Map.of(), "application/json", Json.writeIndented(tree), tree, null, Diagnosis.NONE);
  }

  /** Plain text in UTF-8. */
  public static Response text(int status, String text) {
    return new Response(
        status, Map.of(), "text/plain; charset=utf-8", text, null, null, Diagnosis.NONE);
  }

  /** What is no text: a picture. */
  public static Response bytes(int status, String contentType, byte[] body) {
    return new Response(
        status,
        Map.of(),
        contentType,
        new String(body, StandardCharsets.ISO_8859_1),
        null,
        null,
        Diagnosis.NONE);
  }

  /** No body. */
  public static Response empty(int status) {
    return new Response(status, Map.of(), null, "", null, null, Diagnosis.NONE);
  }

  /** The same leading to another URL, whatever characters it has. */
  public Response withLocation(String url) {
    return withHeader("location", AsciiUrl.of(url));
  }

  /** The same with one more header. */
  public Response withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, contentType, body, json, errorCode, diagnosis);
  }

  /** The same without that header. */
  public Response withoutHeader(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.remove(name);
    return new Response(status, fewer, contentType, body, json, errorCode, diagnosis);
  }

  /**
   * The same with more headers; those it has already are kept.
   *
   * @param defaults whoever gives them changes them no more
   */
  public Response withDefaultHeaders(Map<String, String> defaults) {
    if (headers.isEmpty()) {
      return new Response(status, defaults, contentType, body, json, errorCode, diagnosis);
    }
    Map<String, String> more = new LinkedHashMap<>(defaults);
    more.putAll(headers);
    return new Response(status, more, contentType, body, json, errorCode, diagnosis);
  }

  /** The same with another status. */
  public Response withStatus(int other) {
    return new Response(other, headers, contentType, body, json, errorCode, diagnosis);
  }

  /** The same with another content type. */
  public Response withContentType(String other) {
    return new Response(status, headers, other, body, json, errorCode, diagnosis);
  }

  /** The same with another body text. */
  public Response withBody(String other) {
    return new Response(status, headers, contentType, other, json, errorCode, diagnosis);
  }

  /** The same, known to the ledger by the provider's error code. */
  public Response withErrorCode(String code) {
    return new Response(status, headers, contentType, body, json, code, diagnosis);
  }

  /** The same, told to the ledger with more. */
  public Response withDiagnosis(Diagnosis other) {
    return new Response(status, headers, contentType, body, json, errorCode, other);
  }

  /** What goes over the wire. */
  public byte[] bytes() {
    // SVG is text, as everything else is.
    String type = contentType == null ? "" : contentType;
    boolean text = !type.startsWith("image/") || type.startsWith("image/svg");
    return body.getBytes(text ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  /** Status and error code: never the body, which may hold secrets. */
  @Override
  public String toString() {
    return "Answer[" + status + (errorCode == null ? "]" : " " + errorCode + "]");
  }
}
