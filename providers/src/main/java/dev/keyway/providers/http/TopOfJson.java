package dev.keyway.providers.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The outermost fields of a JSON object, of which most are of no use to whoever looks at them. */
final class TopOfJson {

  private TopOfJson() {}

  /**
   * Its texts, numbers and booleans; of fields with one name, the last. Nothing if it is no object,
   * or not whole.
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
