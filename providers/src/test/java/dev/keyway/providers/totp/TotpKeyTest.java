package dev.keyway.providers.totp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpKeyTest {

  private static final TotpKey KEY =
      TotpKey.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** RFC 6238, appendix B, whose eight digits end with these six. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130",
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    assertEquals(code, KEY.code(Instant.ofEpochSecond(second)));
    assertTrue(KEY.accepts(code, Instant.ofEpochSecond(second)));
  }

  /** RFC 4226, appendix D: counters 0 to 9. */
  @ParameterizedTest
  @CsvSource({
    "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
    "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489",
  })
  void countersAreThoseOfTheStandard(long counter, String code) {
    assertEquals(code, KEY.code(Instant.ofEpochSecond(counter * 30)));
  }

  @Test
  void onlyTheCurrentStepCounts() {
    assertTrue(KEY.accepts("287082", Instant.ofEpochSecond(30)));
    assertTrue(KEY.accepts("287082", Instant.ofEpochSecond(59)));
    assertFalse(KEY.accepts("287082", Instant.ofEpochSecond(60)));
    assertFalse(KEY.accepts("287082", Instant.ofEpochSecond(29)));
    assertFalse(KEY.accepts("", Instant.ofEpochSecond(30)));
  }

  @Test
  void aNewKeyHas160RandomBitsOfItsOwn() {
    SecureRandom random = new SecureRandom();
    TotpKey key = TotpKey.next(random);
    assertEquals(20, key.bytes().length);
    assertFalse(Arrays.equals(key.bytes(), TotpKey.next(random).bytes()));
    byte[] copy = key.bytes();
    copy[0]++;
    assertFalse(Arrays.equals(copy, key.bytes()), "the key was changed from outside");
    assertEquals("TotpKey[redacted]", key.toString());
  }

  /** RFC 4648, section 10, without the padding. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI",
  })
  void base32IsThatOfTheStandard(String text, String encoded) {
    assertEquals(encoded, TotpKey.of(text.getBytes(StandardCharsets.US_ASCII)).base32());
  }
}
