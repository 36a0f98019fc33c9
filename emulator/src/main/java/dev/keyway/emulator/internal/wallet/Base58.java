package dev.keyway.emulator.internal.wallet;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;

/** Base 58 in the alphabet of Bitcoin, which Solana writes keys and signatures in. */
public final class Base58 {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());

  /** Decoding takes time that grows with the square of the length; nothing here is longer. */
  private static final int LONGEST = 128;

  private Base58() {}

  public static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    BigInteger rest = new BigInteger(1, bytes);
    while (rest.signum() > 0) {
      BigInteger[] parts = rest.divideAndRemainder(BASE);
      text.append(ALPHABET.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
      text.append(ALPHABET.charAt(0));
    }
    return text.reverse().toString();
  }

  /** The bytes; empty if it is not base 58, or longer than anything that is written in it. */
  public static Optional<byte[]> decode(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    BigInteger number = BigInteger.ZERO;
    int zeros = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      if (digit == 0 && zeros == i) {
        zeros++;
      }
      number = number.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    byte[] bytes = number.signum() == 0 ? new byte[0] : BigIntegers.asUnsignedByteArray(number);
    byte[] whole = new byte[zeros + bytes.length];
    System.arraycopy(bytes, 0, whole, zeros, bytes.length);
    return Optional.of(whole);
  }
}
