package dev.keyway.emulator.internal.token;

import static java.security.spec.RSAKeyGenParameterSpec.F4;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Key pairs, which take a tenth of a second each to make (RSA) or a millisecond (P-256), and many
 * times that in a young JVM. A pair belongs to one world at a time; that of a closed world serves a
 * later one, under a new name. So no two worlds that are open at once share a key, and a suite that
 * opens a world for each test makes one pair.
 */
public final class KeyPool {
  /** RSA with 2,048 bits, for all emulators of this Java process. */
  public static final KeyPool RSA = new KeyPool("RSA", new RSAKeyGenParameterSpec(2_048, F4));

  /** The curve P-256, for all emulators of this Java process. */
  public static final KeyPool P256 = new KeyPool("EC", new ECGenParameterSpec("secp256r1"));

  /** More than a suite has open at once. */
  private static final int MOST_IDLE = 32;

  private final String algorithm;
  private final AlgorithmParameterSpec size;
  private final Deque<KeyPair> idle = new ArrayDeque<>();
  private @Nullable CompletableFuture<KeyPair> coming;

  KeyPool(String algorithm, AlgorithmParameterSpec size) {
    this.algorithm = algorithm;
    this.size = size;
  }

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

  /** Whether {@link #take} would not have to wait. */
  public synchronized boolean isReady() {
    return !idle.isEmpty();
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

  private KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + algorithm, e);
    }
  }
}
