package dev.keyway.emulator.internal.token;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Test;

class KeyPoolTest {
  private final KeyPool pool = new KeyPool("EC", new ECGenParameterSpec("secp256r1"));

  @Test
  void aPairBelongsToOneUntilItComesBack() {
    KeyPair first = pool.take();
    KeyPair second = pool.take();
    assertNotSame(first, second);

    pool.giveBack(first);
    assertSame(first, pool.take());
    assertNotSame(first, pool.take());
  }

  @Test
  void whatWasMadeAheadIsTakenOnce() {
    pool.prepare();
    KeyPair ready = pool.take();
    assertNotSame(ready, pool.take());
  }

  @Test
  void onePairIsMadeAhead() {
    assertFalse(pool.isReady());
    pool.prepare();
    assertTrue(pool.isReady());
    KeyPair ready = pool.take();
    assertFalse(pool.isReady());
    pool.giveBack(ready);
    pool.prepare();
    assertSame(ready, pool.take());
    assertFalse(pool.isReady(), "there was one already");
  }

  @Test
  void aPairThatCanNotBeMadeFailsWhoNeedsIt() {
    KeyPool impossible = new KeyPool("none", new ECGenParameterSpec("secp256r1"));
    impossible.prepare();
    assertFalse(impossible.isReady());
    assertThrows(IllegalStateException.class, impossible::take);
  }

  @Test
  void thirtyTwoPairsAreKeptAtMost() {
    for (int i = 0; i < 33; i++) {
      pool.giveBack(new KeyPair(null, null));
    }
    for (int i = 0; i < 32; i++) {
      assertNull(pool.take().getPublic());
    }
    assertFalse(pool.isReady());
  }
}
