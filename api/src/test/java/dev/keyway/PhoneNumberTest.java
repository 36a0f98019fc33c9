package dev.keyway;

import static dev.keyway.Failures.absent;
import static dev.keyway.Failures.message;
import static dev.keyway.Failures.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+14155550123",
        "+1 415 555 0123",
        "+1 (415) 555-0123",
        " +1.415.555.0123 ",
        "+1\t4155550123",
        "\u202A+1\u00A0415\u2011555\u20130123\u202C",
        "\uFEFF\uFF0B1\u3000\uFF08415\uFF09\u2009555\u22120123",
        "+1/415/555/0123",
        "+١٤١٥٥٥٥٠١٢٣",
        "+\uFF11\uFF14\uFF11\uFF15555\u00A00123"
      })
  void punctuationIsDropped(String number) {
    assertEquals("+14155550123", PhoneNumber.of(number).value());
    assertEquals(PhoneNumber.of("+14155550123"), PhoneNumber.of(number));
    assertEquals(PhoneNumber.of("+14155550123").hashCode(), PhoneNumber.of(number).hashCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+",
        "14155550123",
        "0014155550123",
        "+04155550123",
        "+123456",
        "+1234567890123456",
        "+1415555O123",
        "++14155550123",
        "+1415+5550123",
        "+14155550123;ext=4",
        "+14155550123,22",
        "+1415555012\u00B3",
        "tel:+14155550123"
      })
  void whatIsNotInternationalIsRefusedAndNotQuoted(String number) {
    AuthException failure = refuses("phoneNumber", () -> PhoneNumber.of(number));
    assertFalse(!number.isBlank() && message(failure).contains(" " + number), message(failure));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+44 (0)7911 123456",
        "+44(0)7911123456",
        "+44 [0] 7911 123456",
        "+44 ( 0\u00A0)7911 123456",
        "+44\uFF08\uFF10\uFF097911 123456",
        "+39 (0)6 69812345"
      })
  void aZeroInBracketsIsRefusedAsItIsNoPartOfMostNumbers(String number) {
    AuthException failure = refuses("phoneNumber", () -> PhoneNumber.of(number));
    assertTrue(message(failure).contains("zero in brackets"), message(failure));
  }

  @Test
  void nullIsRefused() {
    refuses("phoneNumber", () -> PhoneNumber.of(absent()));
  }

  @Test
  void theTextFormShowsTheLastTwoDigitsOnly() {
    assertEquals("+***23", PhoneNumber.of("+14155550123").toString());
  }
}
