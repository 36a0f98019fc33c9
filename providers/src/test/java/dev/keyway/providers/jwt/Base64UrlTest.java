package dev.keyway.providers.jwt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 255, 256})
  void whatAnEncoderMakesIsDecoded(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 37 - 5);
    }
    assertArrayEquals(bytes, Base64Url.decode(ENCODER.encodeToString(bytes)));
  }

  /** Of all characters that a text of one byte, or of two, may end with. */
  @Test
  void bytesHaveOneText() {
    for (String start : new String[] {"A", "AA", "abcdA", "abcdAA"}) {
      int texts = 0;
      for (char last = '!'; last <= '~'; last++) {
        String text = start + last;
        if (isRead(text)) {
          texts++;
          assertEquals(text, ENCODER.encodeToString(Base64Url.decode(text)));
        }
      }
      assertEquals(start.length() % 4 == 1 ? 4 : 16, texts);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AA==", "AAA=", "AA=", "=", "A", "AAAAA", "AA A", "AA\n", "AA+A", "AA/A"})
  void paddingBlanksAndOtherAlphabetsAreRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Base64Url.decode(text));
  }

  private static boolean isRead(String text) {
    try {
      return Base64Url.decode(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
