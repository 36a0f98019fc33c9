package dev.keyway.emulator.internal.token;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * RSA-2048 pairs, made in the background when the emulator starts, so that neither its start nor a
 * new world waits the tenth of a second that one takes. The pool is small and worlds share its
 * pairs; each world names the key by an id of its own, so a token of one world is never accepted by
 * another even where the pair is the same.
 */
@Singleton
public final class RsaKeyPool {
  /** One to sign with and one to rotate to. */
  private static final int PAIRS = 2;

  private static final int BITS = 2048;

  private final List<CompletableFuture<KeyPair>> pairs = new ArrayList<>();
  private int next;

  /** Starts making pairs. */
  @Inject
  public RsaKeyPool() {
    for (int i = 0; i < PAIRS; i++) {
      pairs.add(new CompletableFuture<>());
    }
    Thread maker = new Thread(this::makeAll, "keyway-rsa-keys");
    maker.setDaemon(true);
    maker.start();
  }

  /**
   * The next pair that is ready, turn by turn; waits only while not even one is. Two calls for one
   * world give two pairs once the pool is full.
   */
  public KeyPair take() {
    int turn;
    synchronized (this) {
      turn = next++;
    }
    CompletableFuture<KeyPair> pair = pairs.get(turn % PAIRS);
    return pair.isDone() ? pair.join() : pairs.get(0).join();
  }

  /** A pair other than {@code current}; waits for it if need be. */
  public KeyPair takeOtherThan(KeyPair current) {
    KeyPair candidate = take();
    if (candidate != current) {
      return candidate;
    }
    KeyPair first = pairs.get(0).join();
    return first != current ? first : pairs.get(1).join();
  }

  private void makeAll() {
    for (CompletableFuture<KeyPair> pair : pairs) {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        pair.complete(generator.generateKeyPair());
      } catch (NoSuchAlgorithmException e) {
        pair.completeExceptionally(e);
      }
    }
  }
}
