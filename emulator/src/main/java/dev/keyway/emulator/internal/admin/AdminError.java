package dev.keyway.emulator.internal.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;

/** The one shape of errors under {@code /_emulator}: {@code {"error":{"code","message"}}}. */
public final class AdminError {
  private AdminError() {}

  /** An error that concerns the whole request. */
  public static Response response(int status, String code, String message) {
    return response(status, fields(code, message), code);
  }

  /** An error that concerns one field of the body or one parameter. */
  public static Response response(int status, String code, String message, String field) {
    return response(status, fields(code, message).put("field", field), code);
  }

  private static ObjectNode fields(String code, String message) {
    return Json.object().put("code", code).put("message", message);
  }

  private static Response response(int status, ObjectNode error, String code) {
    ObjectNode body = Json.object();
    body.set("error", error);
    return Response.json(status, body)
        .withErrorCode(code)
        .withHeader("cache-control", "no-store")
        .withHeader("x-content-type-options", "nosniff");
  }
}
