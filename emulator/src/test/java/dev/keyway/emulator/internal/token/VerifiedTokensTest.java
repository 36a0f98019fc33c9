package dev.keyway.emulator.internal.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
  private final VerifiedTokens<String> tokens = new VerifiedTokens<>();

  @Test
  void whatWasGenuineIsKnownUntilAllIsForgotten() {
    long era = tokens.era();
    tokens.remember("token", "claims");
    assertEquals(Optional.of("claims"), tokens.find("token"));
    assertEquals(Optional.empty(), tokens.find("another"));
    assertEquals(era, tokens.era());
    tokens.clear();
    assertEquals(Optional.empty(), tokens.find("token"));
    assertNotEquals(era, tokens.era());
  }

  @Test
  void tenThousandAreRememberedThoseThatWereAskedForLast() {
    tokens.remember("first", "claims");
    tokens.remember("second", "claims");
    for (int i = 0; i < 9_998; i++) {
      tokens.remember("token-" + i, "claims");
    }
    assertEquals(Optional.of("claims"), tokens.find("first"));
    tokens.remember("last", "claims");
    assertEquals(Optional.of("claims"), tokens.find("first"));
    assertEquals(Optional.empty(), tokens.find("second"));
    assertEquals(Optional.of("claims"), tokens.find("token-0"));
  }
}
