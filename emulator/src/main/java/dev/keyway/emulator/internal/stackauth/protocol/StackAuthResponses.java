package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What answers have in common. */
public final class StackAuthResponses {
  static final String JSON = "application/json; charset=utf-8";

  /** The vendor's own request headers that browsers may send from elsewhere. */
  private static final List<String> CROSS_ORIGIN_HEADERS =
      List.of(
          "access-type",
          "project-id",
          "branch-id",
          "publishable-client-key",
          "secret-server-key",
          "super-secret-admin-key",
          "admin-access-token",
          "access-token",
          "refresh-token",
          "allow-anonymous-user",
          "override-error-status",
          "random-nonce",
          "client-version",
          "disable-artificial-development-delay",
          "development-override-key");

  /** What it says when it fails. The id of the request follows. */
  static final String WENT_WRONG = "Something went wrong. Please try again later.";

  /** What every response has, by the family of the caller's headers. */
  private static final Map<String, Map<String, String>> COMMON = new ConcurrentHashMap<>();

  private StackAuthResponses() {}

  public static Response ok(JsonNode tree) {
    return Response.json(200, tree).withContentType(JSON);
  }

  public static Response created(JsonNode tree) {
    return ok(tree).withStatus(201);
  }

  /** The response of actions that have nothing to tell. */
  public static Response success() {
    return ok(Json.object().put("success", true));
  }

  /** A list that has no pages. */
  public static Response list(List<? extends JsonNode> items) {
    ObjectNode list = Json.object();
    items.forEach(list.putArray("items")::add);
    return ok(list.put("is_paginated", false));
  }

  /** Puts on a response what every response has, and does what the caller's headers ask. */
  static Response finish(
      Response response, Request request, StackAuthHeaders headers, String requestId) {
    Response shown = response;
    if (wantsHtml(request) && response.json() != null && response.status() < 400) {
      shown = response.withBody(Json.writeIndented(response.json()));
    }
    if (response.status() == 500 && response.errorCode() == null) {
      shown = response.withBody(response.body() + " Request id: " + requestId);
    }
    if (headers.has("override-error-status")
        && response.status() >= 400
        && response.status() < 500) {
      shown =
          shown
              .withStatus(200)
              .withHeader(headers.nameOf("actual-status"), Integer.toString(response.status()));
    }
    Map<String, String> all = new LinkedHashMap<>();
    all.put(headers.nameOf("request-id"), requestId);
    all.putAll(COMMON.computeIfAbsent(headers.nameOf(""), family -> common(headers)));
    return shown.withDefaultHeaders(all).withDiagnosis(shown.diagnosis().withRequestId(requestId));
  }

  /** The response to a browser's question whether it may ask. */
  static Response preflight() {
    return Response.empty(200);
  }

  private static boolean wantsHtml(Request request) {
    return request.header("accept").filter(accept -> accept.contains("text/html")).isPresent();
  }

  private static Map<String, String> common(StackAuthHeaders headers) {
    Map<String, String> common = new LinkedHashMap<>();
    common.put("cache-control", "no-store, max-age=0");
    common.put("x-content-type-options", "nosniff");
    common.put("x-frame-options", "SAMEORIGIN");
    common.put("referrer-policy", "strict-origin-when-cross-origin");
    common.put("cross-origin-opener-policy", "same-origin");
    common.put("access-control-allow-origin", "*");
    common.put("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE, OPTIONS");
    common.put("access-control-max-age", "86400");
    common.put("access-control-allow-headers", String.join(", ", allowedHeaders(headers)));
    common.put(
        "access-control-expose-headers",
        "content-type, %s, %s"
            .formatted(headers.nameOf("actual-status"), headers.nameOf("known-error")));
    return common;
  }

  private static List<String> allowedHeaders(StackAuthHeaders headers) {
    List<String> allowed =
        new ArrayList<>(List.of("content-type", "authorization", "baggage", "sentry-trace"));
    CROSS_ORIGIN_HEADERS.forEach(name -> allowed.add(headers.nameOf(name)));
    return allowed;
  }
}
