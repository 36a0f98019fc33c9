package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.http.Json;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's name. Parts that are not set are empty.
 *
 * @param first first name
 * @param middle middle name
 * @param last last name
 */
record PersonName(String first, String middle, String last) {
  static final PersonName NONE = new PersonName("", "", "");

  /** All parts that are set. */
  String full() {
    return Stream.of(first, middle, last)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  ObjectNode json() {
    return Json.object().put("first_name", first).put("middle_name", middle).put("last_name", last);
  }
}
