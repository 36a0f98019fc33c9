package dev.keyway.emulator.internal.token;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * RSA-2048 pairs, which take a tenth of a second each to make. A pair belongs to one world at a
 * time; that of a closed world serves a later one, under a new name. So no two worlds that are open
 * at once share a key, and a suite that opens a world for each test makes one pair.
 */
public final class RsaKeyPool {
  /** For all emulators of this Java process. */
  public static final RsaKeyPool SHARED = new RsaKeyPool();

  private static final int BITS = 2048;

  /** More than a suite has open at once. */
  private static final int MOST_IDLE = 32;

  private final Deque<KeyPair> idle = new ArrayDeque<>();
  private @Nullable CompletableFuture<KeyPair> coming;

  RsaKeyPool() {}

  /** A pair that nobody else has. */
  public KeyPair take() {
    CompletableFuture<KeyPair> awaited;
    synchronized (this) {
      KeyPair ready = idle.pollLast();
      if (ready != null) {
        return ready;
      }
      awaited = coming;
      coming = null;
    }
    return awaited == null ? generate() : awaited.join();
  }

  /** Takes a pair back that is no longer used. */
  public synchronized void giveBack(KeyPair pair) {
    if (idle.size() < MOST_IDLE) {
      idle.addLast(pair);
    }
  }

  /** Makes a pair ahead, unless there is one. Whoever needs it meanwhile waits for this one. */
  public void prepare() {
    CompletableFuture<KeyPair> pair = new CompletableFuture<>();
    synchronized (this) {
      if (!idle.isEmpty() || coming != null) {
        return;
      }
      coming = pair;
    }
    try {
      pair.complete(generate());
    } catch (RuntimeException e) {
      pair.completeExceptionally(e);
    }
    synchronized (this) {
      if (coming == pair) {
        coming = null;
        if (!pair.isCompletedExceptionally()) {
          giveBack(pair.join());
        }
      }
    }
  }

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }
}
