package dev.keyway.emulator.internal.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final TotpKey KEY = TotpKey.of("12345678901234567890".getBytes(US_ASCII));
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_010);

  @Test
  void theHotpValuesOfRfc4226AppendixDComeOut() {
    List<String> published =
        List.of(
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
            "399871", "520489");
    for (int counter = 0; counter < published.size(); counter++) {
      assertEquals(published.get(counter), Totp.rfc6238(0).codeOfStep(KEY, counter));
    }
  }

  @Test
  void theTotpValuesOfRfc6238AppendixBComeOutWithEightAndWithSixDigits() {
    Map<Long, String> published =
        Map.of(
            59L, "94287082",
            1111111109L, "07081804",
            1111111111L, "14050471",
            1234567890L, "89005924",
            2000000000L, "69279037",
            20000000000L, "65353130");
    Totp eight = new Totp(TotpAlgorithm.SHA1, 8, Duration.ofSeconds(30), 0);
    published.forEach(
        (second, code) -> {
          Instant moment = Instant.ofEpochSecond(second);
          assertEquals(code, eight.codeAt(KEY, moment));
          assertEquals(code.substring(2), Totp.rfc6238(0).codeAt(KEY, moment));
        });
  }

  /** The keys are those of the reference implementation: as long as the hash (erratum 2866). */
  @ParameterizedTest
  @CsvSource({
    "59, 46119246, 90693936",
    "1111111109, 68084774, 25091201",
    "1111111111, 67062674, 99943326",
    "1234567890, 91819424, 93441116",
    "2000000000, 90698825, 38618901",
    "20000000000, 77737706, 47863826",
  })
  void theOtherAlgorithmsOfAppendixBComeOutToo(long second, String sha256, String sha512) {
    Instant moment = Instant.ofEpochSecond(second);
    TotpKey key32 = TotpKey.of("12345678901234567890123456789012".getBytes(US_ASCII));
    TotpKey key64 = TotpKey.of(("1234567890".repeat(6) + "1234").getBytes(US_ASCII));
    Duration period = Duration.ofSeconds(30);
    assertEquals(sha256, new Totp(TotpAlgorithm.SHA256, 8, period, 0).codeAt(key32, moment));
    assertEquals(sha512, new Totp(TotpAlgorithm.SHA512, 8, period, 0).codeAt(key64, moment));
  }

  @Test
  void withoutSkewOnlyThePresentStepMatches() {
    Totp totp = Totp.rfc6238(0);
    assertEquals(OptionalLong.of(totp.stepAt(NOW)), totp.match(KEY, totp.codeAt(KEY, NOW), NOW));
    for (int seconds : new int[] {-30, 30}) {
      String other = totp.codeAt(KEY, NOW.plusSeconds(seconds));
      assertEquals(OptionalLong.empty(), totp.match(KEY, other, NOW));
    }
  }

  @Test
  void withSkewOneTheNeighboursMatchAndTellTheirStep() {
    Totp totp = Totp.rfc6238(1);
    long present = totp.stepAt(NOW);
    for (int steps = -2; steps <= 2; steps++) {
      String code = totp.codeOfStep(KEY, present + steps);
      OptionalLong expected =
          Math.abs(steps) <= 1 ? OptionalLong.of(present + steps) : OptionalLong.empty();
      assertEquals(expected, totp.match(KEY, code, NOW), "steps " + steps);
    }
  }

  @Test
  void aStepEndsExactlyAtItsLastSecond() {
    Totp totp = Totp.rfc6238(0);
    Instant start = Instant.ofEpochSecond(totp.stepAt(NOW) * 30);
    String code = totp.codeAt(KEY, start);
    assertEquals(code, totp.codeAt(KEY, start.plusMillis(29_999)));
    assertEquals(OptionalLong.empty(), totp.match(KEY, code, start.plusSeconds(30)));
  }

  @Test
  void onlyAsciiDigitsOfTheRightCountAreACode() {
    Totp totp = Totp.rfc6238(0);
    String code = totp.codeAt(KEY, NOW);
    StringBuilder arabic = new StringBuilder();
    code.chars().forEach(c -> arabic.append((char) (c - '0' + '٠')));
    String blank = code.substring(0, 3) + " " + code.substring(3);
    for (String bad :
        List.of("", " " + code, code + " ", blank, code.substring(1), "0" + code, arabic + "")) {
      assertFalse(totp.wellFormed(bad), bad);
      assertEquals(OptionalLong.empty(), totp.match(KEY, bad, NOW), bad);
    }
  }

  @Test
  void parametersOutOfRangeAreRefused() {
    Duration period = Duration.ofSeconds(30);
    assertThrows(IllegalArgumentException.class, () -> new Totp(TotpAlgorithm.SHA1, 5, period, 0));
    assertThrows(IllegalArgumentException.class, () -> new Totp(TotpAlgorithm.SHA1, 9, period, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Totp(TotpAlgorithm.SHA1, 6, Duration.ZERO, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Totp(TotpAlgorithm.SHA1, 6, Duration.ofMillis(1500), 0));
    assertThrows(IllegalArgumentException.class, () -> new Totp(TotpAlgorithm.SHA1, 6, period, -1));
  }

  @Test
  void aNewKeyHas160RandomBitsOfItsOwn() {
    SecureRandom random = new SecureRandom();
    TotpKey key = TotpKey.generate(random);
    assertEquals(20, key.bytes().length);
    assertNotEquals(key, TotpKey.generate(random));
    assertEquals(key, TotpKey.of(key.bytes()));
    assertEquals(key.hashCode(), TotpKey.of(key.bytes()).hashCode());
    assertNotEquals(key.hashCode(), KEY.hashCode());
    assertEquals("MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=", KEY.base64());
  }

  @Test
  void aKeyDoesNotShowItself() {
    assertEquals("TotpKey[redacted]", KEY.toString());
    assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", KEY.base32());
    assertEquals(KEY, TotpKey.ofBase32(KEY.base32()));
    assertThrows(IllegalArgumentException.class, () -> TotpKey.ofBase32(""));
  }
}
