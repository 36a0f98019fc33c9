package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.http.Exchange;
import dev.keyway.emulator.http.FormValues;
import dev.keyway.emulator.http.Json;

/** Reads the JSON object that POST and PUT carry. */
final class RequestBody {
  private RequestBody() {}

  static ObjectNode read(Exchange exchange) {
    if (exchange.oversized()) {
      throw StytchError.BAD_REQUEST.failure("The body is too large.");
    }
    if (!exchange.method().equals("POST") && !exchange.method().equals("PUT")) {
      return Json.object();
    }
    String contentType = exchange.header("content-type").orElse("");
    if (isOAuth(exchange) && contentType.startsWith("application/x-www-form-urlencoded")) {
      return form(exchange.bodyText());
    }
    // The service refuses a charset behind the media type; its SDKs go to some length to send none.
    if (!contentType.equals("application/json")) {
      throw StytchError.BAD_REQUEST.failure("The content type must be application/json.");
    }
    return json(exchange.bodyText());
  }

  private static boolean isOAuth(Exchange exchange) {
    return exchange.path().contains("/oauth2/");
  }

  private static ObjectNode json(String text) {
    try {
      JsonNode body = Json.read(text);
      if (body instanceof ObjectNode object) {
        return object;
      }
    } catch (Json.Malformed e) {
      throw StytchError.BAD_REQUEST.failure("The body is not JSON.");
    }
    throw StytchError.BAD_REQUEST.failure("The body must be a JSON object.");
  }

  private static ObjectNode form(String text) {
    ObjectNode values = Json.object();
    FormValues.parse(text).forEach((name, all) -> values.put(name, all.get(0)));
    return values;
  }
}
