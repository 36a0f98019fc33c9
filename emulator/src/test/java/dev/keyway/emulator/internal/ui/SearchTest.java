package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final String ASCII = "ada@xn--bcher-kva.example";
  private static final String LETTERS = "Ada@B\u00fccher.example";

  @ParameterizedTest
  @ValueSource(
      strings = {
        ASCII,
        LETTERS,
        "ADA@",
        "xn--bcher",
        "b\u00fcch",
        "B\u00dcCHER.example",
        "@b\u00fccher",
        " ada@b\u00fccher.example ",
        "example",
        ""
      })
  void anAddressIsFoundInBothSpellingsOfItsDomain(String part) {
    assertTrue(Search.finds(ASCII, part));
    assertTrue(Search.finds(LETTERS, part));
  }

  @Test
  void anotherAddressIsNot() {
    assertFalse(Search.finds(ASCII, "grace@"));
    assertFalse(Search.finds("+15005550006", "b\u00fccher"));
    assertTrue(Search.finds("+15005550006", "0006"));
  }
}
