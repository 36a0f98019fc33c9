package dev.keyway.emulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one shape of errors under {@code /_emulator}: {@code {"error":{"code","message"}}}. */
public final class HouseError {
  private HouseError() {}

  /** An error that concerns the whole request. */
  public static Answer answer(int status, String code, String message) {
    return answer(status, fields(code, message), code);
  }

  /** An error that concerns one field of the body or one parameter. */
  public static Answer answer(int status, String code, String message, String field) {
    return answer(status, fields(code, message).put("field", field), code);
  }

  private static ObjectNode fields(String code, String message) {
    return Json.object().put("code", code).put("message", message);
  }

  private static Answer answer(int status, ObjectNode error, String code) {
    ObjectNode body = Json.object();
    body.set("error", error);
    return Answer.json(status, body)
        .withErrorCode(code)
        .withHeader("cache-control", "no-store")
        .withHeader("x-content-type-options", "nosniff");
  }
}
