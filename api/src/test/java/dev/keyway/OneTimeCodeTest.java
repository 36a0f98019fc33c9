package dev.keyway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {

  @ParameterizedTest
  @CsvSource({
    "123456, 123456",
    "'123 456', 123456",
    "123\u00A0456, 123456",
    "123\u2013456, 123456",
    "123\u2212456, 123456",
    "\u200E1\u200B2\uFEFF3\u00AD456\u202C, 123456",
    "123456., 123456",
    "\u0661\u0662\u0663\u06F4\u06F5\u06F6, 123456",
    "\u096F\uFF11\uD835\uDFD0, 912",
    "\u0660\uFF10\u0966, 000",
    "abcd-EFGH-1234, abcdEFGH1234",
    "\uFF21\uFF42\uFF23, abc",
    "\u0416123, \u0416123"
  })
  void lettersAndDigitsAreWhatCounts(String typed, String compact) {
    assertEquals(compact, OneTimeCode.of(typed).compact().reveal());
  }

  @Test
  void aCodeWithoutLettersAndDigitsStays() {
    assertEquals(OneTimeCode.of("-!-"), OneTimeCode.of("-!-").compact());
  }

  @Test
  void itIsHeldAsTypedButForWhatIsUnseenAround() {
    assertEquals("12 34", OneTimeCode.of("\u00A0\u200B12 34\u202C\n").reveal());
  }
}
