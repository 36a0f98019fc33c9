package dev.keyway.emulator.internal.token;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

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
}
