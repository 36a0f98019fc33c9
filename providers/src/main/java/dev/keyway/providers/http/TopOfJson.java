package dev.keyway.providers.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The plain values at the top of a JSON object, without a tree of the rest: request ids and status
 * stand there in every answer.
 */
final class TopOfJson {

  private TopOfJson() {}

  /**
   * Its texts, numbers and booleans. Of duplicate names the last counts, so that a later object or
   * list takes the value away. Nothing if it is no object, or not whole.
   */
  static Map<String, Object> scalars(byte[] json) {
    try (JsonParser in = WireJson.MAPPER.createParser(json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return Map.of();
      }
      Map<String, Object> scalars = new HashMap<>();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        switch (in.nextToken()) {
          case VALUE_STRING -> scalars.put(name, in.getText());
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalars.put(name, in.getNumberValue());
          case VALUE_TRUE -> scalars.put(name, true);
          case VALUE_FALSE -> scalars.put(name, false);
          default -> {
            scalars.remove(name);
            in.skipChildren();
          }
        }
      }
      return in.nextToken() == null ? scalars : Map.of();
    } catch (IOException e) {
      return Map.of();
    }
  }
}
