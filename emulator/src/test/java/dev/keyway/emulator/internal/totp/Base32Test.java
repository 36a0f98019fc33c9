package dev.keyway.emulator.internal.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class Base32Test {
  /** RFC 4648 section 10, with the padding that is optional here. */
  private static final Map<String, String> PUBLISHED =
      Map.of(
          "", "",
          "f", "MY======",
          "fo", "MZXQ====",
          "foo", "MZXW6===",
          "foob", "MZXW6YQ=",
          "fooba", "MZXW6YTB",
          "foobar", "MZXW6YTBOI======");

  @Test
  void thePublishedVectorsEncode() {
    PUBLISHED.forEach(
        (plain, encoded) ->
            assertEquals(encoded.replace("=", ""), Base32.encode(plain.getBytes(US_ASCII))));
  }

  @Test
  void thePublishedVectorsDecodePaddedOrNot() {
    PUBLISHED.forEach(
        (plain, encoded) -> {
          assertArrayEquals(plain.getBytes(US_ASCII), Base32.decode(encoded));
          assertArrayEquals(plain.getBytes(US_ASCII), Base32.decode(encoded.replace("=", "")));
        });
  }

  @Test
  void aKeyMayBeTypedInGroupsAndInLowerCase() {
    assertArrayEquals("foobar".getBytes(US_ASCII), Base32.decode("mzxw 6ytb-oi"));
  }

  @Test
  void whatIsNotBase32IsRefused() {
    for (String bad : new String[] {"M", "MZX", "MZXW6Y", "MZ1Q", "MZ8Q", "M=ZX", "MZXÄ", "MR"}) {
      assertThrows(IllegalArgumentException.class, () -> Base32.decode(bad), bad);
    }
  }
}
