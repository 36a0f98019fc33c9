package dev.keyway.emulator.internal.token;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * ECDSA with P-256 and SHA-256. The JDK serves the first uses in a Java process, for most tests
 * need few: {@link PlatformEs256}. Bouncy Castle, whose classes take a tenth of a second to load,
 * serves whoever needs more: {@link FastEs256}.
 */
final class Es256 implements SignatureAlgorithm {
  /** Bytes of each of the two numbers of a signature. */
  static final int HALF = 32;

  /** About as many as take the JDK as long as the loading of Bouncy Castle. */
  private static final int FIRST_USES = 100;

  private static final int FIRST_JAVA_THAT_SIGNS_FASTER = 21;
  private static final boolean PLATFORM_SIGNS =
      Runtime.version().feature() >= FIRST_JAVA_THAT_SIGNS_FASTER;

  private static final AtomicInteger USES = new AtomicInteger();

  private final ECPrivateKey privateKey;
  private final ECPublicKey publicKey;
  private final SecureRandom random;
  private final PlatformEs256 platform;
  private volatile @Nullable FastEs256 fast;

  Es256(KeyPair pair, SecureRandom random) {
    this.random = random;
    this.privateKey = (ECPrivateKey) pair.getPrivate();
    this.publicKey = (ECPublicKey) pair.getPublic();
    this.platform = new PlatformEs256(privateKey, publicKey, random);
  }

  @Override
  public String name() {
    return "ES256";
  }

  @Override
  public byte[] sign(byte[] message) {
    return PLATFORM_SIGNS || few() ? platform.sign(message) : fast().sign(message);
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    if (signature.length != 2 * HALF) {
      return false;
    }
    return few() ? platform.verify(message, signature) : fast().verify(message, signature);
  }

  /** Whether this is one of the first uses. */
  private static boolean few() {
    return USES.get() < FIRST_USES && USES.incrementAndGet() <= FIRST_USES;
  }

  /** Made twice at worst, if two threads are first. */
  private FastEs256 fast() {
    FastEs256 known = fast;
    if (known == null) {
      known = new FastEs256(privateKey, publicKey, random);
      fast = known;
    }
    return known;
  }
}
