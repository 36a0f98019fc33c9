package dev.keyway.emulator.internal.stytch.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person's name. Parts that are not set are empty.
 *
 * @param first first name
 * @param middle middle name
 * @param last last name
 */
public record PersonName(String first, String middle, String last) {
  public static final PersonName NONE = new PersonName("", "", "");

  /** All parts that are set. */
  public String full() {
    return Stream.of(first, middle, last)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  public ObjectNode json() {
    return Json.object().put("first_name", first).put("middle_name", middle).put("last_name", last);
  }
}
