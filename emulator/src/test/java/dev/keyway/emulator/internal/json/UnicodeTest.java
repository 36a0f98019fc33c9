package dev.keyway.emulator.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Halves of surrogate pairs that JSON's escapes allow. */
class UnicodeTest {

  @ParameterizedTest
  @CsvSource({
    "d83d, fffd",
    "de00, fffd",
    "0061 d83d 0062, 0061 fffd 0062",
    "de00 d83d, fffd fffd",
    "d83d d83d de00, fffd d83d de00",
    "d83d de00 d83d, d83d de00 fffd",
    "d83d de00 00fc, d83d de00 00fc",
  })
  void aLoneHalfIsReplaced(String sent, String read) throws Exception {
    assertEquals(Json.read(document(read)), Json.read(document(sent)));
  }

  private static String document(String units) {
    String text = "\\u" + units.replace(" ", "\\u");
    return "[\"%s\"]".formatted(text);
  }
}
